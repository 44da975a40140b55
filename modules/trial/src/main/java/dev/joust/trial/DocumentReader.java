package dev.joust.trial;

import dev.joust.trial.DocumentNode.ListNode;
import dev.joust.trial.DocumentNode.NumberNode;
import dev.joust.trial.DocumentNode.ObjectNode;
import dev.joust.trial.DocumentNode.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses a text that {@link DocumentNode} has written. It trusts the text. */
final class DocumentReader {
    private final String text;
    private final Checkpoint checkpoint;
    private int at;

    DocumentReader(String text, Checkpoint checkpoint) {
        this.text = text;
        this.checkpoint = checkpoint;
    }

    /** The node that begins here, with all below it. Polls once per node. */
    DocumentNode next() {
        checkpoint.poll();
        char first = text.charAt(at);
        if (first == '{') {
            return object();
        } else if (first == '[') {
            return list();
        }
        return first == '"' ? new TextNode(quoted()) : new NumberNode(number());
    }

    private ObjectNode object() {
        Map<String, DocumentNode> fields = new LinkedHashMap<>();
        while (text.charAt(at) != '}') {
            at++; // the brace or the comma before the key
            var key = quoted();
            at++; // the colon
            fields.put(key, next());
        }
        at++;
        return new ObjectNode(fields);
    }

    private ListNode list() {
        List<DocumentNode> elements = new ArrayList<>();
        while (text.charAt(at) != ']') {
            at++; // the bracket or the comma before the element
            elements.add(next());
        }
        at++;
        return new ListNode(elements);
    }

    private String quoted() {
        int end = text.indexOf('"', at + 1);
        var quoted = text.substring(at + 1, end);
        at = end + 1;
        return quoted;
    }

    private long number() {
        long number = 0;
        for (char digit = text.charAt(at); digit >= '0' && digit <= '9'; digit = text.charAt(++at)) {
            number = 10 * number + digit - '0';
        }
        return number;
    }
}

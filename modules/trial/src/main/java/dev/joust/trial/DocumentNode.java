package dev.joust.trial;

import java.util.List;
import java.util.Map;

/** A node of the document that the kernel {@code objects} parses, changes and writes: JSON without escapes. */
sealed interface DocumentNode {

    /** Appends this node as {@link DocumentReader} reads it, without blanks. Polls once per node. */
    void write(StringBuilder text, Checkpoint checkpoint);

    /** Fields in the order in which they were read or added. */
    record ObjectNode(Map<String, DocumentNode> fields) implements DocumentNode {
        @Override
        public void write(StringBuilder text, Checkpoint checkpoint) {
            checkpoint.poll();
            char before = '{';
            for (var field : fields.entrySet()) {
                text.append(before).append('"').append(field.getKey()).append("\":");
                field.getValue().write(text, checkpoint);
                before = ',';
            }
            text.append('}');
        }
    }

    /** Elements in order; at least one. */
    record ListNode(List<DocumentNode> elements) implements DocumentNode {
        @Override
        public void write(StringBuilder text, Checkpoint checkpoint) {
            checkpoint.poll();
            char before = '[';
            for (var element : elements) {
                text.append(before);
                element.write(text, checkpoint);
                before = ',';
            }
            text.append(']');
        }
    }

    /** A text of letters and digits. */
    record TextNode(String text) implements DocumentNode {
        @Override
        public void write(StringBuilder out, Checkpoint checkpoint) {
            checkpoint.poll();
            out.append('"').append(text).append('"');
        }
    }

    /** A whole number from 0. */
    record NumberNode(long number) implements DocumentNode {
        @Override
        public void write(StringBuilder text, Checkpoint checkpoint) {
            checkpoint.poll();
            text.append(number);
        }
    }
}

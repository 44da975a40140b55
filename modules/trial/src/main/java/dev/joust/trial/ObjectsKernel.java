package dev.joust.trial;

import dev.joust.trial.DocumentNode.ListNode;
import dev.joust.trial.DocumentNode.NumberNode;
import dev.joust.trial.DocumentNode.ObjectNode;
import dev.joust.trial.DocumentNode.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The kernel {@code objects}: what a service does to a small document, and the garbage that it leaves. One unit parses
 * an order of eight items (700 characters), replaces an item, changes the quantities, writes the order, and folds the
 * CRC-32 of the text into the result. The next unit parses that text, so no unit can be left out.
 *
 * <p>A unit allocates a tree of 1 list of items and 8 lists of tags, 9 maps and some 50 texts and numbers, a string for
 * each key and text, and the written text three times: its builder, its string and its bytes. Together that is 12,000
 * bytes per unit: 11,700 as the second compiler leaves it, 12,300 as the first does. The tree goes through recursive
 * calls and hash tables, so the compiler cannot keep it off the
 * heap. All of it is garbage at the end of the unit, as in a service without a cache: the collector runs often and
 * finds little alive.
 */
final class ObjectsKernel {
    private static final int ITEMS = 8;
    private static final int CHARACTERS = 1024;

    private ObjectsKernel() {}

    static long run(long seed, long units, Checkpoint checkpoint) {
        long digest = seed;
        var text = write(order(seed), checkpoint);
        for (long unit = 0; unit < units; unit++) {
            var order = (ObjectNode) new DocumentReader(text, checkpoint).next();
            change(order, Digest.child(digest, 0));
            text = write(order, checkpoint);
            digest = Digest.fold(digest, crc(text));
        }
        return digest;
    }

    private static ObjectNode order(long seed) {
        List<DocumentNode> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            items.add(item(Digest.child(seed, i)));
        }
        var order = new ObjectNode(new LinkedHashMap<>());
        order.fields().put("id", new TextNode(Digest.key(seed)));
        order.fields().put("items", new ListNode(items));
        order.fields().put("total", new NumberNode(0));
        return order;
    }

    private static ObjectNode item(long bits) {
        var sku = Digest.key(bits);
        List<DocumentNode> tags = new ArrayList<>();
        for (int from = 0; from < 12; from += 4) {
            tags.add(new TextNode(sku.substring(from, from + 4)));
        }
        Map<String, DocumentNode> fields = new LinkedHashMap<>();
        fields.put("sku", new TextNode(sku));
        fields.put("tags", new ListNode(tags));
        fields.put("price", new NumberNode((bits >>> 32) % 10_000));
        fields.put("quantity", new NumberNode(bits & 7));
        return new ObjectNode(fields);
    }

    /** Replaces the first item by another at the end, changes each quantity, and sums up. */
    private static void change(ObjectNode order, long bits) {
        var items = ((ListNode) order.fields().get("items")).elements();
        items.removeFirst();
        items.add(item(bits));
        long total = 0;
        for (var item : items) {
            var fields = ((ObjectNode) item).fields();
            long quantity = number(fields.get("quantity")) % 9 + 1;
            fields.put("quantity", new NumberNode(quantity));
            total += quantity * number(fields.get("price"));
        }
        order.fields().put("total", new NumberNode(total));
    }

    private static long number(DocumentNode node) {
        return ((NumberNode) node).number();
    }

    private static String write(ObjectNode order, Checkpoint checkpoint) {
        var text = new StringBuilder(CHARACTERS);
        order.write(text, checkpoint);
        return text.toString();
    }

    private static long crc(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return crc.getValue();
    }
}

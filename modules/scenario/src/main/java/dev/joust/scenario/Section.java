package dev.joust.scenario;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A mapping of the file. A key that stands twice is an error.
 *
 * @param of the node that holds it
 * @param entries its values by key, in the order of the file
 * @param keys the nodes of the keys, for the line of a complaint
 */
record Section(Value of, Map<String, Value> entries, Map<String, Value> keys) {

    static Section of(Value holder, MappingNode mapping) {
        Map<String, Value> entries = new LinkedHashMap<>();
        Map<String, Value> keys = new LinkedHashMap<>();
        for (var tuple : mapping.getValue()) {
            var key = new Value(holder.file(), holder.key(), tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode)) {
                throw key.bad(String.format(Locale.ROOT, "a key in %s must be a word", holder.key()));
            }
            if (entries.putIfAbsent(key.text(), new Value(holder.file(), key.text(), tuple.getValueNode())) != null) {
                throw key.bad(String.format(Locale.ROOT, "key '%s' stands twice in %s", key.text(), holder.key()));
            }
            keys.put(key.text(), key);
        }
        return new Section(holder, entries, keys);
    }

    Optional<Value> optional(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** This section, when all its keys are among these names. */
    Section namesAmong(String name, Collection<String> known) {
        for (var key : entries.keySet()) {
            if (!known.contains(key)) {
                throw keys.get(key)
                        .bad(String.format(
                                Locale.ROOT, "unknown key '%s' in %s; known: %s", key, name, String.join(", ", known)));
            }
        }
        return this;
    }

    /** The value of a key that {@link ShapeCheck} has found. */
    Value required(String key) {
        return entries.get(key);
    }

    /** The one entry of a section that has exactly one, as {@link ShapeCheck} has found. */
    Map.Entry<String, Value> single() {
        return entries.entrySet().iterator().next();
    }
}

package dev.joust.scenario;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A mapping of the file whose keys are all accounted for: a key that nobody knows is an error, never ignored.
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
                throw key.bad("a key in %s must be a word".formatted(holder.key()));
            }
            if (entries.putIfAbsent(key.text(), new Value(holder.file(), key.text(), tuple.getValueNode())) != null) {
                throw key.bad("key '%s' stands twice in %s".formatted(key.text(), holder.key()));
            }
            keys.put(key.text(), key);
        }
        return new Section(holder, entries, keys);
    }

    /** This section, once it is sure that it has no other keys than these. */
    Section known(String... known) {
        return knownOf(List.of(known));
    }

    Section knownOf(Collection<String> known) {
        for (var key : entries.keySet()) {
            if (!known.contains(key)) {
                throw keys.get(key)
                        .bad("unknown key '%s' in %s; known: %s".formatted(key, of.key(), String.join(", ", known)));
            }
        }
        return this;
    }

    Optional<Value> optional(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    Value required(String key) {
        return optional(key)
                .orElseThrow(() -> of.bad(
                        "%s needs '%s'; found: %s".formatted(of.key(), key, String.join(", ", entries.keySet()))));
    }

    /** The one entry of a section that must have just one, of the known keys. */
    Map.Entry<String, Value> single(String... known) {
        known(known);
        if (entries.size() != 1) {
            throw of.bad("%s takes one of %s, found: %s"
                    .formatted(of.key(), String.join(", ", known), String.join(", ", entries.keySet())));
        }
        return entries.entrySet().iterator().next();
    }
}

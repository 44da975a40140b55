package dev.joust.scenario;

import dev.joust.scenario.SweptValues.SweptValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Finds the one value of a scenario file that is a list or a range, and puts each of its values in its place. The file
 * is then read once per value, as if it held that value alone.
 */
final class SweepReader {
    /** What can vary, as complaints list it. */
    private static final String KNOWN =
            "inFlight, rate, cpus, cpuShare, slots of a model, connections and backlog over http";

    private final Value root;
    private final Place place;
    private final SweptValues reader;
    private final List<SweptValue> values;

    /**
     * A key whose value is the list.
     *
     * @param holder the mapping that has the key
     * @param parameter what a report calls it
     */
    private record Place(MappingNode holder, Value value, String parameter) {}

    private SweepReader(Value root, Place place, SweptValues reader) {
        this.root = root;
        this.place = place;
        this.reader = reader;
        this.values = reader.read(place.value());
    }

    /**
     * The sweep of a file; empty where no value is a list.
     *
     * @param cores what {@code 2 x cores} counts
     * @throws BadScenarioException when two values are lists, or the values are not those of a sweep
     */
    static Optional<SweepReader> find(Value root, int cores) {
        var places =
                places(root).filter(place -> SweptValues.swept(place.value())).toList();
        if (places.size() > 1) {
            throw places.get(1)
                    .value()
                    .bad(String.format(
                            Locale.ROOT,
                            "one value of a scenario may be a list, found '%s' and '%s'",
                            places.get(0).parameter(),
                            places.get(1).parameter()));
        }
        at(root, "control").filter(_ -> !places.isEmpty()).ifPresent(control -> {
            throw control.bad("a control has no list of values");
        });
        return places.stream().findFirst().map(place -> new SweepReader(root, place, new SweptValues(cores)));
    }

    /** The places whose value may be a list. */
    private static Stream<Place> places(Value root) {
        var load = at(root, "load");
        var http = at(root, "over").flatMap(over -> at(over, "http"));
        return Stream.of(
                        place(Optional.of(root), "cpus", "").stream(),
                        perClass(load.flatMap(value -> at(value, "closed")), "inFlight"),
                        perClass(load.flatMap(value -> at(value, "open")), "rate"),
                        at(root, "work").stream()
                                .flatMap(SweepReader::entries)
                                .flatMap(name ->
                                        place(at(root, "work").flatMap(w -> at(w, name)), "cpuShare", "").stream()),
                        place(http, "connections", "").stream(),
                        place(http, "backlog", "").stream(),
                        models(root).flatMap(model -> place(Optional.of(model), "slots", "").stream()))
                .flatMap(places -> places);
    }

    private static Stream<Value> models(Value root) {
        return at(root, "models").filter(models -> models.isSequence() && !models.isEmpty()).stream()
                .flatMap(models -> models.items().stream());
    }

    /** One number for all classes of work, or one of each. */
    private static Stream<Place> perClass(Optional<Value> holder, String key) {
        var numbers = holder.flatMap(value -> at(value, key));
        return numbers.filter(Value::isMapping).isPresent()
                ? entries(numbers.get()).flatMap(name -> place(numbers, name, key + " of ").stream())
                : place(holder, key, "").stream();
    }

    private static Optional<Place> place(Optional<Value> holder, String key, String prefix) {
        return holder.flatMap(value -> at(value, key))
                .map(found -> new Place((MappingNode) holder.get().node(), found, prefix + key));
    }

    private static Stream<String> entries(Value mapping) {
        return mapping.isMapping() && !mapping.isEmpty() ? mapping.section().entries().keySet().stream() : Stream.of();
    }

    private static Optional<Value> at(Value holder, String key) {
        return holder.isMapping() && !holder.isEmpty() ? holder.section().optional(key) : Optional.empty();
    }

    /**
     * A file without a list has no use for what only sweeps have.
     *
     * @throws BadScenarioException for the first key that needs a sweep
     */
    static void refuseWithoutSweep(Section file) {
        file.optional("crossovers").ifPresent(crossovers -> {
            throw crossovers.bad("'crossovers' needs a list of values in one of: " + KNOWN);
        });
        for (var claim : file.optional("claims").map(Value::items).orElse(List.of())) {
            claim.section().optional("at").ifPresent(at -> {
                throw at.bad("'at' of a claim needs a list of values in one of: " + KNOWN);
            });
        }
    }

    List<SweptValue> values() {
        return values;
    }

    /** The file with this value in place of the list. The next call replaces it. */
    Value with(SweptValue value) {
        var marks = place.value().node();
        var scalar = new ScalarNode(
                Tag.STR, true, value.text(), ScalarStyle.PLAIN, marks.getStartMark(), marks.getEndMark());
        List<NodeTuple> tuples = new ArrayList<>();
        for (var tuple : place.holder().getValue()) {
            boolean here = tuple.getKeyNode() instanceof ScalarNode key
                    && key.getValue().strip().equals(place.value().key());
            tuples.add(here ? new NodeTuple(tuple.getKeyNode(), scalar) : tuple);
        }
        place.holder().setValue(tuples);
        return root;
    }

    /** Whether a claim is asked at this value: where it says so in {@code at}, and everywhere without it. */
    boolean asks(Value claim, SweptValue value) {
        var at = claim.section().optional("at");
        if (at.isEmpty()) {
            return true;
        }
        var wanted = at.get().isSequence() ? at.get().items() : List.of(at.get());
        return wanted.stream().map(this::known).toList().contains(value);
    }

    private SweptValue known(Value at) {
        var wanted = reader.one(at);
        return values.stream()
                .filter(value ->
                        value.number() == wanted.number() && value.unit().equals(wanted.unit()))
                .findFirst()
                .orElseThrow(() -> at.bad(String.format(
                        Locale.ROOT,
                        "a claim at '%s', which is no value of the sweep; values: %s",
                        at.text(),
                        texts())));
    }

    /** The point of this value, without what the file expects of the sweep. */
    SweepPoint point(String sweep, SweptValue value, List<CrossoverClaim> crossovers) {
        return new SweepPoint(sweep, place.parameter(), value.number(), value.text(), crossovers);
    }

    /** A value between the first and the last one. */
    CrossoverClaim.Prediction predicted(Value value) {
        var predicted = reader.one(value);
        var first = values.getFirst();
        var last = values.getLast();
        if (!predicted.unit().equals(first.unit())
                || predicted.number() <= first.number()
                || predicted.number() >= last.number()) {
            throw value.bad(String.format(
                    Locale.ROOT,
                    "a crossover is predicted between the first and the last value of the sweep, found '%s'; values:"
                            + " %s",
                    value.text(),
                    texts()));
        }
        return new CrossoverClaim.Prediction(predicted.number(), predicted.text());
    }

    private String texts() {
        return String.join(", ", values.stream().map(SweptValue::text).toList());
    }
}

package dev.joust.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code arrivals}, whose shape is checked. */
final class ArrivalsReader {
    /** The form of the documentation's prose, which is no YAML. */
    private static final Pattern BURSTY_WITHOUT_BRACES = Pattern.compile(".*\\barrivals:\\s+bursty\\s+\\{.*");

    private final List<WorkClass> classes;
    private final Optional<Path> scenario;

    /** @param scenario the scenario's file, beside which recorded arrivals are; empty: the text is of no file */
    ArrivalsReader(List<WorkClass> classes, Optional<Path> scenario) {
        this.classes = classes;
        this.scenario = scenario;
    }

    Arrivals read(Value value) {
        if (!value.isMapping()) {
            return value.text().equals("uniform") ? new Arrivals.Uniform() : new Arrivals.Poisson();
        }
        var kind = value.section().single();
        return kind.getKey().equals("bursty") ? bursty(kind.getValue().section()) : recorded(kind.getValue());
    }

    /** What to write in place of a line that is no YAML; empty where nothing is known. */
    static String hint(String line) {
        return BURSTY_WITHOUT_BRACES.matcher(line).matches()
                ? "; write 'arrivals: {bursty: {on: 100ms, off: 400ms}}'"
                : "";
    }

    private static Arrivals bursty(Section fields) {
        return new Arrivals.Bursty(
                fields.required("on").duration(), fields.required("off").duration());
    }

    private Arrivals recorded(Value name) {
        var beside = scenario.orElseThrow(() -> name.bad(String.format(
                Locale.ROOT, "recorded arrivals '%s' need a scenario that is a file, and lie beside it", name.text())));
        return RecordedArrivals.read(name, beside, classes);
    }
}

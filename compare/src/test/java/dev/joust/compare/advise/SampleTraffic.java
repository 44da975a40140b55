package dev.joust.compare.advise;

import dev.joust.scenario.ProfileFile;
import dev.joust.scenario.TrafficProfile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Traffic profiles for tests, on a machine of two cores. */
final class SampleTraffic {
    static final int CORES = 2;

    static final Set<String> MODELS = Set.of(
            "vertx-loop",
            "vertx-loops",
            "reactor-loop",
            "hybrid",
            "gil-threads",
            "gil-loop",
            "platform-threads",
            "virtual-threads",
            "processes",
            "cpython-threads");

    private SampleTraffic() {}

    /** One of Joust's own. */
    static TrafficProfile own(String name) {
        return new ProfileFile(MODELS).read(Path.of("profiles", name + ".yaml"));
    }

    /** A profile of these lines. */
    static TrafficProfile of(String... lines) {
        return new ProfileFile(MODELS).parse("x.yaml", "profile: sample\n" + String.join("\n", lines) + "\n");
    }

    /** A profile of one class with these fields. */
    static TrafficProfile one(String fields) {
        return of(String.format(Locale.ROOT, "traffic: {task: {%s}}", fields));
    }

    static Arithmetic arithmetic(TrafficProfile profile) {
        return Arithmetic.of("x.yaml", profile, MODELS, CORES);
    }

    static Forecast forecast(TrafficProfile profile, String model) {
        return new Forecaster(TrafficDemand.of(profile, CORES), Forecaster.UNITS).of(model);
    }
}

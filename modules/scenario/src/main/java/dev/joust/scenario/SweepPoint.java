package dev.joust.scenario;

import java.util.List;
import java.util.Locale;

/**
 * One value of a sweep: the scenario with this value in place of a list.
 *
 * @param sweep the name of the scenario as the file declares it
 * @param parameter what varies, such as {@code inFlight}
 * @param value in the unit of the parameter: units, units per second, percent, cores
 * @param label the value as the file writes it, such as {@code 50 %}
 * @param crossovers what the file expects of the whole sweep; the same at each of its points
 */
public record SweepPoint(String sweep, String parameter, double value, String label, List<CrossoverClaim> crossovers) {
    public SweepPoint {
        crossovers = List.copyOf(crossovers);
    }

    /** The same point of the same sweep within limits, whose names end in this suffix. */
    SweepPoint in(String suffix) {
        return new SweepPoint(sweep + "-" + suffix, parameter, value, label, crossovers);
    }

    /** The name of the scenario at this value: {@code in-flight-1000}. */
    public String scenarioName() {
        return sweep + "-"
                + label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("-$", "");
    }
}

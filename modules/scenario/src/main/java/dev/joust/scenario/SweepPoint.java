package dev.joust.scenario;

/**
 * One value of a sweep: the scenario with this value in place of a list.
 *
 * @param sweep the name of the scenario as the file declares it
 * @param parameter what varies, such as {@code inFlight}
 * @param value in the unit of the parameter: units, units per second, percent, cores
 * @param label the value as the file writes it, such as {@code 50 %}
 */
public record SweepPoint(String sweep, String parameter, double value, String label) {}

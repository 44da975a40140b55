package dev.joust.compare.report;

import java.util.List;

/**
 * What is known of the measurement itself.
 *
 * @param blocks how many blocks count, over all scenarios
 * @param repeated how many runs of trials do not count
 */
public record ControlsReport(List<ControlReport> controls, int blocks, int repeated) {

    /** The blocks, in one line. */
    String text() {
        return blocks + (blocks == 1 ? " block, " : " blocks, ") + repeatedTrials() + " repeated";
    }

    /** How many runs of trials do not count, with the word. */
    public String repeatedTrials() {
        return repeated + (repeated == 1 ? " trial" : " trials");
    }

    /** One line per control that passed, but not without a doubt. */
    public List<String> warnings() {
        return controls.stream().flatMap(control -> control.warning().stream()).toList();
    }
}

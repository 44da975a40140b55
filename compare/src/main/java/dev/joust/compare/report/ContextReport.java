package dev.joust.compare.report;

import java.util.List;

/**
 * What the numbers hold for, and how far they can be believed.
 *
 * @param machine in a few words
 * @param facts the environment
 * @param notAsked the claims and arms that this session did not ask, each with the reason
 * @param caveats what the numbers do not show
 */
public record ContextReport(
        String machine, List<Fact> facts, ControlsReport controls, List<String> notAsked, List<String> caveats) {

    /**
     * How much was not asked, in one line that points to the rest.
     *
     * @param profile the name of the session's profile
     */
    String notAskedText(String profile) {
        return "%s claim%s not asked by %s: see report.html, or --profile full"
                .formatted(notAsked.size(), notAsked.size() == 1 ? "" : "s", profile);
    }
}

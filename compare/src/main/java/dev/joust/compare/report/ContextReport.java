package dev.joust.compare.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the numbers hold for, and how far they can be believed.
 *
 * @param machine in a few words
 * @param facts the environment
 * @param caveats what the numbers do not show
 */
public record ContextReport(
        String machine, List<Fact> facts, ControlsReport controls, NotAskedReport notAsked, List<String> caveats) {

    /**
     * The claims and arms that this session did not ask.
     *
     * @param lines one each, with the reason
     * @param leftOutBy who left models out
     */
    public record NotAskedReport(List<String> lines, Optional<LeftOutBy> leftOutBy) {

        /**
         * How much was not asked, in one line that points to the rest.
         *
         * @param profile the name of the session's profile
         */
        String text(String profile) {
            var author = leftOutBy
                    .map(by -> switch (by) {
                        case PROFILE -> " by " + profile;
                        case MODELS -> ", left out by --models";
                    })
                    .orElse("");
            return String.format(
                    Locale.ROOT,
                    "%s claim%s not asked%s: see report.html%s",
                    lines.size(),
                    lines.size() == 1 ? "" : "s",
                    author,
                    leftOutBy.filter(LeftOutBy.PROFILE::equals).isPresent() ? ", or --profile full" : "");
        }
    }

    /** Who leaves models out. */
    public enum LeftOutBy {
        PROFILE,
        MODELS
    }
}

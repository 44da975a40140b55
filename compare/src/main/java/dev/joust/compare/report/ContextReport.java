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
 * @param machines the hosts of a merged session
 */
public record ContextReport(
        String machine,
        List<Fact> facts,
        ControlsReport controls,
        NotAskedReport notAsked,
        List<String> caveats,
        Optional<MachinesContext> machines) {

    /** Whether blocks of several hosts are judged. */
    boolean severalHosts() {
        return machines.map(hosts -> hosts.judged().size() > 1).orElse(false);
    }

    /** One line per machine that is left out. */
    public List<String> leftOut() {
        return machines.map(MachinesContext::lines).orElse(List.of());
    }

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

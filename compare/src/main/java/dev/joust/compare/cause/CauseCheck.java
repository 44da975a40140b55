package dev.joust.compare.cause;

import dev.joust.compare.verdict.JudgedSession;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The causes found in a session beside those that are known, by the primary metric of each scenario.
 *
 * @param rows in the order of the session
 */
public record CauseCheck(List<CheckedCause> rows) {

    /** How a cause that was found relates to the known one. */
    public enum CauseMatch {
        RIGHT,
        WRONG,
        /** No cause was named, which is never wrong. */
        REFUSED,
        /** A cause was named, and none is known. */
        UNLISTED
    }

    /** The cause of one arm. */
    public record CheckedCause(String scenario, String arm, Cause found, Optional<KnownCause> known) {
        public CauseMatch match() {
            if (found.kind() == CauseKind.NOT_KNOWN) {
                return CauseMatch.REFUSED;
            }
            return known.map(cause -> cause.kinds().contains(found.kind()) ? CauseMatch.RIGHT : CauseMatch.WRONG)
                    .orElse(CauseMatch.UNLISTED);
        }
    }

    /** The causes of a session. */
    public static CauseCheck of(JudgedSession judged, KnownCauses known) {
        List<CheckedCause> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (var scenario : judged.judgement().scenarios()) {
            var evidence = scenario.evidence();
            var name = evidence.scenario().name();
            if (seen.add(name)) { // the primary metric comes first
                var finder = new CauseFinder(evidence, judged.judgement().status(scenario));
                evidence.scenario()
                        .arms()
                        .forEach(arm -> rows.add(
                                new CheckedCause(name, arm.name(), finder.of(arm), known.of(name, arm.name()))));
            }
        }
        return new CauseCheck(rows);
    }

    /** The number of arms with that match. */
    public long count(CauseMatch match) {
        return rows.stream().filter(row -> row.match() == match).count();
    }
}

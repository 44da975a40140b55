package dev.joust.compare.diff;

import dev.joust.compare.diff.ClaimDiff.ClaimMatch;
import dev.joust.compare.report.StatusReport;
import dev.joust.compare.verdict.Conclusion;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.compare.verdict.SessionHosts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Two sessions, claim by claim.
 *
 * @param format the version of this format
 * @param claims those with the same verdict first, then the others up to opposite verdicts
 * @param summary in one line
 */
public record SessionDiff(int format, DiffSide a, DiffSide b, List<ClaimDiff> claims, String summary) {
    private static final int FORMAT = 1;
    private static final int NAMED_DIFFERENCES = 3;

    /**
     * One of the two sessions.
     *
     * @param name how the reader knows it
     * @param machine in a few words
     * @param status whether it can be believed, in a word
     */
    public record DiffSide(String name, String profile, String machine, String status, boolean believed) {
        static DiffSide of(JudgedSession judged, String name) {
            var session = judged.session();
            var hardware = session.machine().environment().hardware();
            return new DiffSide(
                    name,
                    session.plan().profile().label(),
                    SessionHosts.of(session)
                            .text()
                            .orElseGet(() -> String.format(
                                    Locale.ROOT,
                                    "%s, %d usable core%s, %s",
                                    hardware.processor(),
                                    hardware.usableCores(),
                                    hardware.usableCores() == 1 ? "" : "s",
                                    session.machine().environment().software().java())),
                    StatusReport.valueOf(judged.judgement().status().name()).word(),
                    judged.judgement().conclusion() != Conclusion.NOT_BELIEVED);
        }

        private Optional<String> doubt() {
            return believed
                    ? Optional.empty()
                    : Optional.of(String.format(Locale.ROOT, "%s cannot be believed: %s", name, status));
        }
    }

    /** Compares two sessions; the names are those by which the reader knows them. */
    public static SessionDiff of(JudgedSession a, String nameA, JudgedSession b, String nameB) {
        var sideA = DiffSide.of(a, nameA);
        var sideB = DiffSide.of(b, nameB);
        var claims = claims(
                new AskedClaims(a).all(),
                new AskedClaims(b).all(),
                sideA.doubt().or(sideB::doubt));
        return new SessionDiff(FORMAT, sideA, sideB, claims, summary(sideA, sideB, claims));
    }

    private static List<ClaimDiff> claims(List<AskedClaim> ofA, List<AskedClaim> ofB, Optional<String> doubt) {
        List<ClaimDiff> claims = new ArrayList<>();
        for (var claim : ofA) {
            claims.add(ofB.stream()
                    .filter(claim::asks)
                    .findFirst()
                    .map(other -> ClaimDiff.of(claim, other, doubt))
                    .orElseGet(() -> ClaimDiff.onlyA(claim)));
        }
        ofB.stream()
                .filter(claim -> ofA.stream().noneMatch(claim::asks))
                .forEach(claim -> claims.add(ClaimDiff.onlyB(claim)));
        return claims.stream().sorted(Comparator.comparing(ClaimDiff::match)).toList();
    }

    private static String summary(DiffSide a, DiffSide b, List<ClaimDiff> claims) {
        var doubt = a.doubt().or(b::doubt);
        if (doubt.isPresent()) {
            return doubt.get() + "; no verdict is compared";
        }
        long compared = claims.stream().filter(one -> one.match().compared()).count();
        if (compared == 0) {
            return String.format(
                    Locale.ROOT, "%s and %s share no claim whose verdicts can be compared", a.name, b.name);
        }
        var different = claims.stream()
                .filter(one -> one.match().compared() && one.match() != ClaimMatch.SAME)
                .toList();
        return String.format(
                Locale.ROOT,
                "%s agrees with %s on %d of %d claim%s%s%s",
                a.name,
                b.name,
                compared - different.size(),
                compared,
                compared == 1 ? "" : "s",
                differences(different),
                a.profile.equals(b.profile)
                        ? ""
                        : String.format(Locale.ROOT, "; the profiles are %s and %s", a.profile, b.profile));
    }

    private static String differences(List<ClaimDiff> different) {
        if (different.isEmpty()) {
            return "";
        }
        var named = different.reversed().stream()
                .limit(NAMED_DIFFERENCES)
                .map(ClaimDiff::difference)
                .collect(Collectors.joining("; "));
        int more = different.size() - NAMED_DIFFERENCES;
        return ", and differs in " + named + (more > 0 ? String.format(Locale.ROOT, "; and %d more", more) : "");
    }

    /** Whether any claim has a verdict in both that was compared. */
    boolean comparesAny() {
        return claims.stream().anyMatch(one -> one.match().compared());
    }

    /**
     * The answer as a session's: held where all verdicts that were compared are the same, refuted where two are
     * opposite, inconclusive where one is open in one session alone or none could be compared.
     */
    public Conclusion conclusion() {
        if (!a.believed || !b.believed) {
            return Conclusion.NOT_BELIEVED;
        }
        if (has(ClaimMatch.OPPOSITE)) {
            return Conclusion.REFUTED;
        }
        return has(ClaimMatch.OPEN) || !comparesAny() ? Conclusion.INCONCLUSIVE : Conclusion.HELD;
    }

    private boolean has(ClaimMatch match) {
        return claims.stream().anyMatch(one -> one.match() == match);
    }
}

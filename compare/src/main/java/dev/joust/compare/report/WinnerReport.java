package dev.joust.compare.report;

import java.util.List;
import java.util.Optional;

/**
 * Who won a scenario.
 *
 * @param arms the winner, those that tie for the first place, or those that may still win
 * @param ranked how many arms were compared
 * @param lead of a sole winner over the arm that comes nearest
 * @param open what is not known, one line per pair of arms
 */
public record WinnerReport(
        WinnerKind kind, List<String> arms, int ranked, Optional<LeadReport> lead, List<String> open) {

    /** How the first place was settled. */
    public enum WinnerKind {
        /** One arm beats every other. */
        SOLE,
        /** Several arms tie, and each other arm is beaten. */
        TIED,
        /** More blocks are needed. */
        UNDECIDED,
        /** A control failed. */
        WITHHELD,
        /** The machine was disturbed. */
        DISTURBED,
        /** The profile judges nothing. */
        UNJUDGED,
        /** The scenario is a control. */
        CONTROL
    }

    /**
     * The advantage of the winner.
     *
     * @param over the arm that comes nearest to the winner
     */
    public record LeadReport(RatioReport ratio, String over) {}

    /** Who won, in a few words. */
    public String text() {
        return switch (kind) {
            case SOLE -> enumerated(arms) + " wins";
            case TIED -> enumerated(arms) + " tie";
            case UNDECIDED ->
                arms.isEmpty()
                        ? "undecided: no arm has a value of the primary metric"
                        : "undecided among " + enumerated(arms);
            case WITHHELD -> "withheld, because a control failed";
            case DISTURBED -> "withheld, because the machine was disturbed";
            case UNJUDGED -> "not judged";
            case CONTROL -> "a control: no arm is ranked";
        };
    }

    /**
     * By how much: {@code 2.81 [2.71, 3.06] over gil-threads}, or {@code within 25 %}.
     *
     * @param profile with the margin within which arms tie
     */
    public Optional<String> byHowMuch(ProfileReport profile) {
        return kind == WinnerKind.TIED
                ? Optional.of("within " + profile.marginText())
                : lead.map(by -> by.ratio().text() + " " + by.ratio().interval() + " over " + by.over());
    }

    /** {@code a, b and c}. */
    static String enumerated(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}

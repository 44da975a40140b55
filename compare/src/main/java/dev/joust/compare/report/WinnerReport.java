package dev.joust.compare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who won a scenario.
 *
 * @param arms the winner, those that tie for the first place, or those that may still win
 * @param asked the arms that were asked to run
 * @param lead of a sole winner over the arm that comes nearest
 * @param open what is not known, one line per pair of arms
 */
public record WinnerReport(
        WinnerKind kind, List<String> arms, AskedArms asked, Optional<LeadReport> lead, List<String> open) {

    /**
     * The arms that were asked to run.
     *
     * @param ranked how many have a value of the primary metric
     * @param invalid those without a valid trial
     * @param withoutValue those whose valid trials have no value
     * @param notRun those whose runtime is not available
     */
    public record AskedArms(int ranked, List<String> invalid, List<String> withoutValue, List<String> notRun) {

        /** {@code among 4 models}, and those that did not run. */
        String among() {
            int all = ranked + invalid.size() + withoutValue.size() + notRun.size();
            return String.format(
                    Locale.ROOT,
                    "among %s models%s",
                    ranked,
                    notRun.isEmpty()
                            ? ""
                            : String.format(Locale.ROOT, " (of %s asked; %s did not run)", all, enumerated(notRun)));
        }

        /** Why nobody can win: {@code gil-threads is invalid}; empty where every arm that ran has a value. */
        String missing() {
            List<String> reasons = new ArrayList<>();
            add(reasons, invalid, "is invalid", "are invalid");
            add(reasons, withoutValue, "has no value", "have no value");
            return String.join("; ", reasons);
        }

        private static void add(List<String> reasons, List<String> arms, String one, String several) {
            if (!arms.isEmpty()) {
                reasons.add(enumerated(arms) + " " + (arms.size() == 1 ? one : several));
            }
        }
    }

    /** How the first place was settled. */
    public enum WinnerKind {
        /** One arm beats every other. */
        SOLE,
        /** Several arms tie, and each other arm is beaten. */
        TIED,
        /** More blocks are needed, or an arm cannot be compared. */
        UNDECIDED,
        /** Two machines contradict each other. */
        ON_MACHINE,
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
            case SOLE -> String.format(Locale.ROOT, "%s wins %s", enumerated(arms), asked.among());
            case TIED -> String.format(Locale.ROOT, "%s tie %s", enumerated(arms), asked.among());
            case UNDECIDED -> undecided();
            case ON_MACHINE -> "the winner depends on the machine: " + undecided();
            case WITHHELD -> "withheld, because a control failed";
            case DISTURBED -> "withheld, because the machine was disturbed";
            case UNJUDGED -> "not judged";
            case CONTROL -> "a control: no arm is ranked";
        };
    }

    private String undecided() {
        var missing = asked.missing();
        if (asked.ranked() == 0) {
            return "undecided: no arm has a value of the primary metric";
        }
        if (missing.isEmpty()) {
            return "undecided among " + enumerated(arms);
        }
        return arms.size() < 2
                ? "undecided: " + missing
                : String.format(Locale.ROOT, "undecided among %s; %s", enumerated(arms), missing);
    }

    /**
     * By how much: {@code 2.81 [2.71, 3.06] over gil-threads}, or {@code within 25 %}.
     *
     * @param profile with the margin within which arms tie
     */
    public Optional<String> byHowMuch(ProfileReport profile) {
        return kind == WinnerKind.TIED
                ? Optional.of("within " + profile.marginText())
                : lead.map(by -> by.ratio().withInterval() + " over " + by.over());
    }

    /** {@code a, b and c}. */
    public static String enumerated(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}

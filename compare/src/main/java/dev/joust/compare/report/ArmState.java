package dev.joust.compare.report;

/** How an arm did in its scenario. Symbol and word tell the states apart, so no colour is needed. */
public enum ArmState {
    /** It beats every other arm by the margin. */
    WIN("\u2714", "win"),
    /** It ties for the first place, which was shown. */
    TIE("=", "tie"),
    /** Another arm beats it by the margin. */
    BEHIND("\u25bd", "behind"),
    /** It may be first: more blocks are needed. */
    INCONCLUSIVE("?", "inconclusive"),
    /** No trial is valid. */
    INVALID("\u2716", "invalid"),
    /** Its valid trials have no value of the primary metric. */
    NO_VALUE("\u2205", "no value"),
    /** It was not asked to run, or none of its blocks is complete. */
    ABSENT("\u2013", "did not take part"),
    /** A control failed, so no arm is ranked. */
    WITHHELD("\u2298", "withheld"),
    /** The scenario is a control, or the profile judges nothing. */
    UNRANKED("\u00b7", "not ranked");

    private final String symbol;
    private final String word;

    ArmState(String symbol, String word) {
        this.symbol = symbol;
        this.word = word;
    }

    /** One character that no other state has. */
    public String symbol() {
        return symbol;
    }

    public String word() {
        return word;
    }

    /** The suffix of its style class. */
    public String style() {
        return word.replace(' ', '-');
    }
}

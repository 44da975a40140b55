package dev.joust.compare.report;

/** Where an arm stands in a scenario. Told apart by symbol and word, so that no colour is needed. */
public enum ArmState {
    /** Beats every other arm by the margin. */
    WIN("\u2714", "win"),
    /** Tied for the first place, which was shown. */
    TIE("=", "tie"),
    /** Beaten by the margin. */
    BEHIND("\u25bd", "behind"),
    /** May be first or not: more blocks are needed. */
    INCONCLUSIVE("?", "inconclusive"),
    /** No trial passed its gates. */
    INVALID("\u2716", "invalid"),
    /** Valid, but without a figure in the primary metric. */
    NO_FIGURE("\u2205", "no figure"),
    /** It was not asked to run, or no block of it is whole. */
    ABSENT("\u2013", "did not take part"),
    /** A control failed, so nobody is ranked. */
    WITHHELD("\u2298", "withheld"),
    /** A control, or a profile that judges nothing. */
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

    /** For people. */
    public String word() {
        return word;
    }

    /** The name of its style. */
    public String style() {
        return word.replace(' ', '-');
    }
}

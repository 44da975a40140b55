package dev.joust.compare.adr;

import java.util.Locale;

/** One argument for or against an option, with its figures. */
record RecordArgument(Weight weight, String because) {

    /** How MADR begins an argument. */
    enum Weight {
        GOOD("Good"),
        NEUTRAL("Neutral"),
        BAD("Bad");

        private final String word;

        Weight(String word) {
            this.word = word;
        }
    }

    static RecordArgument good(String format, Object... values) {
        return new RecordArgument(Weight.GOOD, String.format(Locale.ROOT, format, values));
    }

    static RecordArgument neutral(String format, Object... values) {
        return new RecordArgument(Weight.NEUTRAL, String.format(Locale.ROOT, format, values));
    }

    static RecordArgument bad(String format, Object... values) {
        return new RecordArgument(Weight.BAD, String.format(Locale.ROOT, format, values));
    }

    String text() {
        return weight.word + ", because " + because;
    }
}

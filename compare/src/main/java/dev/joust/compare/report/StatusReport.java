package dev.joust.compare.report;

/** Whether the session can be believed. */
public enum StatusReport {
    SOUND("sound", "every control passed"),
    DISTURBED(
            "disturbed",
            "the machine was disturbed in more than a quarter of the blocks of a scenario, so all verdicts are"
                    + " withheld; end what disturbs it, or wait, and go on with --resume, which repeats the disturbed"
                    + " blocks"),
    CONTAMINATED("contaminated", "a control did not give its known answer, so all verdicts are withheld"),
    UNDERPOWERED("underpowered", "a known effect was not detected, so an effect that was not found may exist"),
    UNCONTROLLED("without controls", "no control ran, so nothing shows that the measurement can be believed"),
    UNJUDGED("not judged", "this profile judges nothing");

    private final String word;
    private final String meaning;

    StatusReport(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    public String word() {
        return word;
    }

    /** What the word means for the reader. */
    public String meaning() {
        return meaning;
    }

    /** Whether no verdict is given, so that the first line says it. */
    boolean withholds() {
        return this == DISTURBED || this == CONTAMINATED;
    }

    /** Whether the verdicts can be believed. */
    public boolean sound() {
        return this == SOUND;
    }
}

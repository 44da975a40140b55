package dev.joust.compare.report;

/** Whether the session can be believed. */
public enum StatusReport {
    SOUND("sound", "every control passed"),
    DISTURBED(
            "disturbed",
            "the machine was disturbed in more than a quarter of the blocks of a scenario, so all verdicts are"
                    + " withheld; end what disturbs it, or wait, and go on with --resume, which repeats the disturbed"
                    + " blocks"),
    CONTAMINATED("contaminated", "a control gave another answer than the known one, so all verdicts are withheld"),
    UNDERPOWERED("underpowered", "a control did not show its known answer, so an effect that was not found may exist"),
    UNCONTROLLED("without controls", "no control ran, so nothing shows that the measurement can be believed"),
    UNJUDGED("not judged", "this profile judges nothing"),
    SHARD("one shard", "merge it with the others by 'joust merge', which judges them together");

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

    /** Whether it is judged, and something speaks against believing it; then it is said first. */
    boolean doubtful() {
        return this != SOUND && this != UNJUDGED && this != SHARD;
    }

    /** Whether the verdicts can be believed. */
    public boolean sound() {
        return this == SOUND;
    }
}

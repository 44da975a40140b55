package dev.joust.compare.report;

/**
 * The page of a session that has no report yet. A browser loads it again by itself, without a script.
 *
 * @param heading the session, in a few words
 * @param state how far it is, in a sentence
 */
public record ProgressPage(String heading, String state) {
    /** Each answer takes CPU time beside the trials that are measured. */
    static final int SECONDS_TO_NEXT = 10;

    /** The document. */
    String html() {
        return Templates.page("progress.html")
                .data("page", this)
                .data("seconds", SECONDS_TO_NEXT)
                .render();
    }
}

package dev.joust.compare;

import dev.joust.compare.report.Summary;

/** What a terminal shows of a session. */
record TextReport(Session session, Judgement judgement) {

    /** The text, ending with a line break. */
    String text() {
        return new Summary(new Draft(session, judgement).report()).text();
    }
}

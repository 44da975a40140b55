package dev.joust.compare.export;

import dev.joust.compare.SessionFixture;
import dev.joust.compare.verdict.JudgedSession;
import java.util.List;

/** A session for tests, as a command reads it from a folder. */
final class JudgedFixture {
    private JudgedFixture() {}

    static JudgedSession of(SessionFixture session) {
        return new JudgedSession(session.session(), session.judgement(), List.of(), List.of());
    }
}

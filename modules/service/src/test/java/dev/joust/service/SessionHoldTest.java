package dev.joust.service;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** On a clock that the test sets. */
final class SessionHoldTest {
    private long now = Long.MAX_VALUE - 5; // a clock in nanoseconds may overflow
    private final SessionHold hold = new SessionHold(() -> now);

    @Test
    void anotherSessionIsRefusedUntilTheHoldEnds() throws Refusal {
        hold.take("one", "60");
        hold.take("one", "90");
        assertRefused("other", "60", "another session holds this service for 90 s more");
        now += TimeUnit.SECONDS.toNanos(89) + 1;
        assertRefused("other", "60", "another session holds this service for 1 s more");
        assertRefused(null, null, "another session holds this service for 1 s more");
        now += TimeUnit.SECONDS.toNanos(1);
        hold.take("other", "60");
        assertRefused("one", "60", "another session holds this service for 60 s more");
    }

    @Test
    void aSessionThatEndsLetsItGo() throws Refusal {
        hold.take("one", "60");
        hold.take("one", "0");
        hold.take("other", "60");
    }

    @Test
    void aClientWithoutASessionHoldsNothing() throws Refusal {
        hold.take(null, null);
        hold.take("one", "60");
    }

    @Test
    void whatIsNoHoldIsOneSentence() throws Refusal {
        assertRefused("a b", "60", "a session has 1 to 64 letters, digits and hyphens: Joust-Session=a b");
        for (var seconds : new String[] {"", "-1", "1.5", "86401", "9999999999999"}) {
            assertRefused("one", seconds, "a hold is a whole number of seconds from 0 to 86400: Joust-Hold=" + seconds);
        }
        assertRefused("one", null, "a hold is a whole number of seconds from 0 to 86400: Joust-Hold=");
        hold.take("other", "1");
    }

    private void assertRefused(String session, String seconds, String sentence) {
        assertThatThrownBy(() -> hold.take(session, seconds))
                .isInstanceOf(Refusal.class)
                .hasMessage(sentence);
    }
}

package dev.joust.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CountersTest {
    private final Counters counters = new Counters();

    @Test
    void countsWhatItIsTold() {
        counters.called();
        counters.streamed();
        counters.streamed();
        counters.sent(128);
        counters.sent(72);
        counters.connected();
        counters.connected();
        counters.connected();
        counters.disconnected();
        assertThat(counters.stats()).isEqualTo(new Stats(1, 2, 200, 3, 2));
    }

    @Test
    void aResetForgetsWhatHappenedButNotWhatIsOpen() {
        counters.called();
        counters.sent(128);
        counters.connected();
        counters.reset();
        assertThat(counters.stats()).isEqualTo(new Stats(0, 0, 0, 0, 1));
        counters.called();
        counters.disconnected();
        assertThat(counters.stats()).isEqualTo(new Stats(1, 0, 0, 0, 0));
    }

    @Test
    void statsAreOneJsonObject() {
        assertThat(new Stats(1, 2, 3, 4, 5).json())
                .isEqualTo("{\"calls\":1,\"streams\":2,\"bytes\":3,\"connections\":4,\"open\":5}");
    }
}

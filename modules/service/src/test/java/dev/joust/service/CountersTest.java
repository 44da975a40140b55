package dev.joust.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CountersTest {
    private final Counters counters = new Counters();

    @Test
    void everyEventIsCounted() {
        counters.countCall();
        counters.countStream();
        counters.countStream();
        counters.countBytes(128);
        counters.countBytes(72);
        counters.countConnection();
        counters.countConnection();
        counters.countConnection();
        counters.countDisconnection();
        assertThat(counters.stats()).isEqualTo(new Stats(1, 2, 200, 3, 2));
    }

    @Test
    void aResetClearsAllButTheOpenConnections() {
        counters.countCall();
        counters.countBytes(128);
        counters.countConnection();
        counters.reset();
        assertThat(counters.stats()).isEqualTo(new Stats(0, 0, 0, 0, 1));
        counters.countCall();
        counters.countDisconnection();
        assertThat(counters.stats()).isEqualTo(new Stats(1, 0, 0, 0, 0));
    }

    @Test
    void statsAreOneJsonObject() {
        assertThat(new Stats(1, 2, 3, 4, 5).json())
                .isEqualTo("{\"calls\":1,\"streams\":2,\"bytes\":3,\"connections\":4,\"open\":5}");
    }
}

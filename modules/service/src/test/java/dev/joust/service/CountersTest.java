package dev.joust.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CountersTest {
    private final Counters counters = new Counters();

    @Test
    void everyEventIsCounted() {
        counters.countCall(7);
        counters.countStream(30);
        counters.countStream(30);
        counters.countBytes(128);
        counters.countBytes(72);
        counters.countConnection();
        counters.countConnection();
        counters.countConnection();
        counters.countDisconnection();
        assertThat(counters.stats()).isEqualTo(new Stats(1, 2, 200, 67, new Stats.Connections(3, 2)));
    }

    @Test
    void aResetClearsAllButTheOpenConnections() {
        counters.countCall(7);
        counters.countBytes(128);
        counters.countConnection();
        counters.reset();
        assertThat(counters.stats()).isEqualTo(new Stats(0, 0, 0, 0, new Stats.Connections(0, 1)));
        counters.countCall(7);
        counters.countDisconnection();
        assertThat(counters.stats()).isEqualTo(new Stats(1, 0, 0, 7, new Stats.Connections(0, 0)));
    }

    @Test
    void statsAreOneJsonObject() {
        assertThat(new Stats(1, 2, 3, 4, new Stats.Connections(5, 6)).json())
                .isEqualTo("{\"calls\":1,\"streams\":2,\"bytes\":3,\"requestNanos\":4,\"connections\":5,\"open\":6}");
    }
}

package dev.joust.reactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.contract.ModelContract;
import dev.joust.trial.Ceiling;
import dev.joust.trial.Setup;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class VertxLoopTest extends ModelContract {
    VertxLoopTest() {
        super("vertx-loop");
    }

    @Test
    void theHopDecidesHowManyUnitsCompute() {
        var loop = new VertxLoop();
        assertThat(loop.ceiling(64, 100, Map.of())).isEqualTo(new Ceiling(1, 100));
        assertThat(loop.ceiling(64, 100, Map.of("hop", "none"))).isEqualTo(new Ceiling(1, 100));
        assertThat(loop.ceiling(64, 100, Map.of("hop", "worker"))).isEqualTo(new Ceiling(20, 100));
        assertThat(loop.ceiling(64, 100, Map.of("hop", "virtual"))).isEqualTo(new Ceiling(64, 100));
    }

    @Test
    void anotherHopIsRefused() {
        assertThatThrownBy(() ->
                        new VertxLoop().start(new Setup(Setup.NOWHERE, 2, 4, Loops.BODY, Map.of("hop", "process"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("option 'hop' of vertx-loop must be none or worker or virtual, found 'process'");
    }
}

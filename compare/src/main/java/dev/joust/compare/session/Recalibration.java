package dev.joust.compare.session;

import dev.joust.trial.Calibration;
import java.util.Optional;

/**
 * A later calibration of a runtime. It widens the analytic limits where the machine has become faster; work keeps the
 * size that the first calibration gave it.
 *
 * @param round after which it was made, from 1
 * @param host the name of its {@link ShardHost}, in a merged session
 */
public record Recalibration(int round, String runtime, Calibration calibration, Optional<String> host)
        implements SessionLine {

    /** Of a session that is not merged. */
    public Recalibration(int round, String runtime, Calibration calibration) {
        this(round, runtime, calibration, Optional.empty());
    }

    @Override
    public Recalibration withHost(String name) {
        return new Recalibration(round, runtime, calibration, Optional.of(name));
    }

    @Override
    public Recalibration withoutHost() {
        return new Recalibration(round, runtime, calibration);
    }
}

package dev.joust.compare;

import dev.joust.compare.machine.Disturbance;
import dev.joust.compare.machine.Environment;
import dev.joust.compare.machine.ResourceLimits;
import java.util.Optional;

/** The machine of the sessions that {@link SessionFixture} builds, and how it is at rest. */
final class SampleEnvironment {
    static final Environment ENVIRONMENT = new Environment(
            new Environment.Hardware("A Processor 3000", 4, 2, 8L << 30, Optional.of(true)),
            new Environment.Software(
                    "Debian 12", "Linux 6.1", "amd64", "Eclipse Adoptium 25.0.3+9-LTS", Optional.empty()),
            new ResourceLimits(Optional.of(2.0), Optional.empty()),
            Optional.of(0.31),
            Optional.of("0123abc"));

    static final Disturbance REST = new Disturbance(
            Optional.of(0.0), Optional.of(0.02), Optional.of(80_000L), Optional.of(500_000L), Optional.of(100_000L));

    private SampleEnvironment() {}
}

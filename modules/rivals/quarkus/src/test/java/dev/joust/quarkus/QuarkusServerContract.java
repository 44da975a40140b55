package dev.joust.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.contract.ExternalServer;
import dev.joust.contract.ServerContract;
import dev.joust.trial.ExternalRuntime.Launch;
import dev.joust.trial.FrontDoor;
import dev.joust.trial.Setup;
import dev.joust.trial.UnitServer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The contract of every model that is a server, for an endpoint of the packaged application. */
abstract class QuarkusServerContract extends ServerContract {
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m");

    private final String model;

    QuarkusServerContract(String model) {
        super(model);
        this.model = model;
    }

    @Override
    protected UnitServer serve(Setup given, FrontDoor door) throws IOException {
        var launch = new QuarkusRuntime().launch(Optional.empty(), FLAGS);
        assertThat(launch).isInstanceOf(Launch.Available.class);
        return ExternalServer.start(((Launch.Available) launch).command(), model, given, door);
    }

    /** Quarkus closes connections that say nothing, and has no limit for a head that comes byte by byte. */
    @Override
    protected boolean cutsOffSlowHeads() {
        return false;
    }

    @Override
    protected boolean routes() {
        return true;
    }

    /** Quarkus does not tell how many connections it accepts. */
    @Override
    protected boolean countsConnections() {
        return false;
    }
}

package dev.joust.cpython;

import dev.joust.contract.ExternalServer;
import dev.joust.contract.ServerContract;
import dev.joust.trial.FrontDoor;
import dev.joust.trial.Setup;
import dev.joust.trial.UnitServer;
import java.io.IOException;

/** The contract of every model that is a server, for a model of CPython. */
abstract class CPythonServerContract extends ServerContract {
    private final String model;

    CPythonServerContract(String model) {
        super(model);
        this.model = model;
    }

    @Override
    protected UnitServer serve(Setup given, FrontDoor door) throws IOException {
        return ExternalServer.start(PythonTrial.ready().command(), model, given, door);
    }
}

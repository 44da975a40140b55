package dev.joust.compare.cli;

import dev.joust.compare.plan.Profile;
import dev.joust.compare.run.ModelServerRequest;
import dev.joust.compare.run.ModelServing;
import dev.joust.compare.run.SessionRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code joust serve-model}. */
@Command(
        name = "serve-model",
        mixinStandardHelpOptions = true,
        versionProvider = JoustVersion.class,
        description = "Starts one model as an HTTP server that answers the units of a scenario, and leaves it up until"
                + " it is stopped, so that any tool can send it requests. Prints the URLs and, at the end, what it"
                + " counted.")
public final class ServeModelCommand implements Callable<Integer> {

    @Parameters(paramLabel = "MODEL", description = "The name of a model, or of an arm of the scenario.")
    private String model;

    @Parameters(paramLabel = "SCENARIO", description = "The name of one of Joust's scenarios, or a YAML file.")
    private String scenario;

    @Mixin
    private final ListenOptions listen = new ListenOptions();

    @Option(
            names = "--profile",
            defaultValue = "full",
            description = "Whose JVM flags the server has: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}, with"
                    + " both compilers, as in production.")
    private Profile profile;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Mixin
    private final RuntimeOptions runtimes = new RuntimeOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var place = listen.address();
        var dependencies = new SessionRequest.Dependencies(service.request(), runtimes.executables(), Duration.ZERO);
        var request = new ModelServerRequest(model, scenario, profile, place, dependencies);
        new ModelServing(request, System.out).serve();
        return ExitCode.HELD.number();
    }
}

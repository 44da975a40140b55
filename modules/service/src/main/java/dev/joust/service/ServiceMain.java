package dev.joust.service;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Inject;

/**
 * The service process. It prints its address on standard output, one line and nothing else, and runs until SIGTERM.
 * With {@code -Djoust.parent=stdin} it also exits at the end of standard input.
 */
@QuarkusMain
public final class ServiceMain implements QuarkusApplication {
    private static final int USAGE = 64;

    private final HttpServer server;

    @Inject
    ServiceMain(HttpServer server) {
        this.server = server;
    }

    @Override
    public int run(String... arguments) {
        switch (System.getProperty("joust.parent", "none")) {
            case "none" -> {}
            // halt: nothing needs saving, and an orderly shutdown could block on the dead parent's pipes
            case "stdin" ->
                new ParentWatch(System.in, () -> Runtime.getRuntime().halt(0)).start();
            case String other -> {
                System.err.println("joust.parent must be stdin or none: joust.parent=" + other);
                return USAGE;
            }
        }
        System.out.println("joust-service ready " + server.getLocalBaseUri());
        Quarkus.waitForExit();
        return 0;
    }
}

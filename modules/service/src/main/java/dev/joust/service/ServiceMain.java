package dev.joust.service;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Inject;

/**
 * The process: says on standard output where it listens, in one line and nothing else, and stays until it is told to leave by SIGTERM or,
 * when started with {@code -Djoust.parent=stdin}, by the end of its standard input.
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
            // halt: there is nothing to save, and an orderly shutdown could hang on exactly the parent that is gone
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

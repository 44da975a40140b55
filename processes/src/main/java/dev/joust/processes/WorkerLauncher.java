package dev.joust.processes;

import java.io.IOException;

/** Starts the process of a worker. */
@FunctionalInterface
interface WorkerLauncher {
    /** @throws IOException when the process cannot be started */
    Process fork() throws IOException;
}

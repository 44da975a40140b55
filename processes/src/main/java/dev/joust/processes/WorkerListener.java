package dev.joust.processes;

import java.util.function.Consumer;

/**
 * What a worker reports, on its own thread.
 *
 * @param started runs at most once, when the worker has said hello and is on the queue
 * @param ended takes the end of the worker, once and last, also when it could not be forked
 */
record WorkerListener(Runnable started, Consumer<WorkerEnd> ended) {}

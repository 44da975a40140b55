package dev.joust.processes;

import dev.joust.trial.Outcome;

/** What a worker says to its parent. */
sealed interface WorkerReply {
    /** The first reply, once: units can come. */
    record Hello() implements WorkerReply {}

    /** The worker has a unit of this class and has never heard of the class. */
    record Ask(int id) implements WorkerReply {}

    /**
     * What became of a unit.
     *
     * @param tag of the unit
     * @param nanos how long the worker was at it
     */
    record Answer(int tag, long nanos, Outcome outcome) implements WorkerReply {}
}

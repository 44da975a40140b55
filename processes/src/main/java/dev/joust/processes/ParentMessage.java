package dev.joust.processes;

import dev.joust.scenario.Step;
import dev.joust.trial.Setup;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** What the parent says to a worker. */
sealed interface ParentMessage {
    /**
     * The first order, once.
     *
     * @param parent its process; the worker does not outlive it
     * @param spinNanos how long it looks for the next order before it goes to sleep
     * @param setup of this worker, with as many slots as it has threads, and no options
     */
    record Begin(long parent, long spinNanos, Setup setup) implements ParentMessage {}

    /**
     * From now on units may lie ready while others are done: the worker says in this file which it has begun, and may hold back answers
     * as long as another unit lies ready.
     */
    record Mark(Path file) implements ParentMessage {}

    /** The payloads of the unit that comes next, one behind the other. */
    record Body(ByteBuffer bytes) implements ParentMessage {}

    /**
     * Where the payloads of the unit that comes next are, one behind the other.
     *
     * @param segment the number of the memory
     * @param file of a segment that is new, else empty
     */
    record Shared(int segment, int length, String file) implements ParentMessage {}

    /** The answer to {@link WorkerReply.Ask}: what the units of a class do. */
    record Definition(int id, String name, List<Step> steps) implements ParentMessage {
        public Definition {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Something to be done, to which the worker owes one {@link WorkerReply.Answer} of the same tag.
     *
     * @param tag one more than that of what this worker was given before
     */
    record Given(int tag, Assignment assignment) implements ParentMessage {}

    /** What is to be done. */
    sealed interface Assignment {
        /** Of its class of work. */
        int id();

        /** Of the unit, or of the step. */
        long seed();
    }

    /** A whole unit. */
    record Unit(int id, long seed) implements Assignment {}

    /** One step of somebody else's unit: the only one of its class. Its answer has the step's result for a digest. */
    record Part(int id, long seed) implements Assignment {}
}

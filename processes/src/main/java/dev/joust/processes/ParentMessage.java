package dev.joust.processes;

import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import dev.joust.trial.Setup;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A message of the parent to a worker. */
sealed interface ParentMessage {
    /**
     * The first message, sent once.
     *
     * @param parent its process; the worker does not outlive it
     * @param spinNanos how long the worker polls for the next message before it sleeps
     * @param setup of this worker, with as many slots as it has threads, and no options
     */
    record Begin(long parent, long spinNanos, Setup setup) implements ParentMessage {}

    /**
     * The worker warms these kernels up to the rates of its setup, and answers with one {@link
     * WorkerReply.KernelsWarmed}. Comes while it has no unit.
     *
     * @param limit the most CPU time per kernel
     */
    record WarmKernels(List<Kernel> kernels, Duration limit) implements ParentMessage {
        public WarmKernels {
            kernels = List.copyOf(kernels);
        }
    }

    /** The worker answers with one {@link WorkerReply.Times}, between two units. */
    record TellTimes() implements ParentMessage {}

    /**
     * From now on units may lie ready while another is done. The worker writes to this file which unit it has begun. It
     * may hold back answers as long as another unit lies ready.
     */
    record UseMarker(Path file) implements ParentMessage {}

    /** The payloads of the next unit, one after the other. Several of these messages are the pieces of one. */
    record InlinePayloads(ByteBuffer bytes) implements ParentMessage {}

    /**
     * Where the payloads of the next unit are, one after the other.
     *
     * @param segment the number of the memory
     * @param file of a segment that is new, else empty
     */
    record SharedPayloads(int segment, int length, String file) implements ParentMessage {}

    /** The reply to {@link WorkerReply.ClassRequest}: the steps of a class of work. */
    record WorkDefinition(int id, String name, List<Step> steps) implements ParentMessage {
        public WorkDefinition {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Has the worker do a task, and answer with one {@link WorkerReply.TaskResult} of the same tag.
     *
     * @param tag one more than the tag of the task that this worker was assigned before
     */
    record RunTask(int tag, Task task) implements ParentMessage {}

    /** What a worker does for one answer. */
    sealed interface Task {
        /** The number of its class of work. */
        int workClass();

        /** Of the unit, or of the step. */
        long seed();
    }

    /** A whole unit. */
    record UnitTask(int workClass, long seed) implements Task {}

    /**
     * One step of a unit that another model runs: the only step of its class. The digest of its answer is the step's
     * result.
     */
    record StepTask(int workClass, long seed) implements Task {}
}

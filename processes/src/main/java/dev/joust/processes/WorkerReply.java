package dev.joust.processes;

import dev.joust.trial.Outcome;
import dev.joust.trial.ThisRuntime;
import java.util.Map;

/** A message of a worker to its parent. */
sealed interface WorkerReply {
    /** The first reply, sent once: the worker says hello and can take units. */
    record Greeting() implements WorkerReply {}

    /** The worker has a unit of this class of work, and does not know the steps of the class yet. */
    record ClassRequest(int id) implements WorkerReply {}

    /**
     * The reply to {@link ParentMessage.WarmKernels}.
     *
     * @param cold how many kernels stayed short of their calibrated rate
     */
    record KernelsWarmed(int cold) implements WorkerReply {}

    /**
     * The reply to {@link ParentMessage.TellTimes}.
     *
     * @param millis the worker's {@link ThisRuntime#times()}
     */
    record Times(Map<String, Double> millis) implements WorkerReply {
        public Times {
            millis = Map.copyOf(millis);
        }
    }

    /**
     * The outcome of a task.
     *
     * @param tag of the task
     * @param nanos how long the worker took
     */
    record TaskResult(int tag, long nanos, Outcome outcome) implements WorkerReply {}
}

package dev.joust.trial;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The trial protocol: one JSON object per line, with its kind in the field {@code type}.
 *
 * <p>A trial process writes {@link Hello} as soon as it runs, then reads one {@link Order} from its standard input. It
 * answers on its standard output, in this order:
 *
 * <pre>
 * run          answered  ready  window (start: true)  window (start: false)  measurement
 * the referee answers each window message with usage-read
 * serve        serving  marked  marked  served
 * the referee asks for each marked with mark, and for served with finish
 * calibrate    calibration
 * train-cache  the above for each trial, without measurement; then cache-trained
 * </pre>
 *
 * {@link OrderFailed} ends any order early. After the last answer the process exits with code 0. The end of its
 * standard input means stop: the process and all of its children exit within two seconds. Standard error is its log;
 * the tail of it goes into the report of a failure.
 *
 * <p>Durations are whole nanoseconds. All fields are required, none may be null, and unknown fields are errors.
 */
public sealed interface Message {

    /** What the process must do. */
    sealed interface Order extends Message {}

    /** {@code run}: run this trial. */
    record Run(Trial trial) implements Order {}

    /**
     * {@code serve}: start the model as a server, warm it, and answer requests until {@link Finish}. Its load comes
     * from another process.
     *
     * @param host the address to listen on
     * @param port the port to listen on; 0: the system chooses
     * @param headLimit a request whose head takes longer to arrive is cut off, and so is a connection without a request
     */
    record Serve(Trial trial, String host, int port, Duration headLimit) implements Order {}

    /**
     * {@code calibrate}: measure how many units of each kernel one millisecond of CPU time is on this runtime.
     *
     * @param kernels the labels of the kernels
     */
    record Calibrate(List<String> kernels) implements Order {}

    /**
     * {@code train-cache}: run these trials in sequence so that their classes are loaded for a start-up cache. A trial
     * that fails is skipped. Only JVMs receive this order.
     */
    record TrainCache(List<Trial> trials) implements Order {}

    /**
     * {@code hello}: the process runs.
     *
     * @param runtime the runtime and its version
     */
    record Hello(String runtime, long pid) implements Message {}

    /** {@code answered}: the first unit of each class was answered right. Start-up ends here. */
    record Answered() implements Message {}

    /** {@code ready}: the trial is set up. A batch has warmed up by now; a closed load warms up as it runs. */
    record Ready() implements Message {}

    /**
     * {@code window}: the measured window is about to start, or has ended. The referee reads the CPU time, memory and
     * context switches of the process tree, and then sends {@link UsageRead}. The process waits for that, at most two
     * seconds: before the first unit of the window, and before it ends a worker.
     */
    record WindowMark(boolean start) implements Message {}

    /** {@code usage-read}: from the referee, its reading at the last mark is taken. */
    record UsageRead() implements Message {}

    /**
     * {@code serving}: the model is warm and answers requests.
     *
     * @param port on which it listens
     * @param base what comes before {@link UnitRequests#PREFIX} in a path; empty for a server with one model
     */
    record Serving(int port, String base) implements Message {}

    /** {@code mark}: from the referee, the measured window starts or ends. A server answers with {@link Marked}. */
    record MarkWindow(boolean start) implements Message {}

    /** {@code marked}: the server has taken its own reading at the mark. */
    record Marked() implements Message {}

    /** {@code finish}: from the referee, no more requests follow. */
    record Finish() implements Message {}

    /**
     * {@code served}: the end of a server.
     *
     * @param counters what it counted, by name
     * @param housekeeping what the runtime did for itself in the window; empty where it does not tell
     */
    record Served(
            Measurement.ModelInfo model, Map<String, Double> counters, Optional<Measurement.Housekeeping> housekeeping)
            implements Message {}

    /** {@code measurement}: the end of a trial. */
    record Measured(Measurement measurement) implements Message {}

    /** {@code calibration}: the end of a calibration. */
    record Calibrated(Calibration calibration) implements Message {}

    /** {@code cache-trained}: the end of a cache training. */
    record CacheTrained() implements Message {}

    /** {@code failed}: the order could not be carried out. The reason is one sentence. */
    record OrderFailed(String reason) implements Message {}
}

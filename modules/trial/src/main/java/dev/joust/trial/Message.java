package dev.joust.trial;

import java.util.List;

/**
 * The trial protocol: one JSON object per line, with its kind in the field {@code type}.
 *
 * <p>A trial process writes {@link Hello} as soon as it runs, then reads one {@link Order} from its standard input. It
 * answers on its standard output, in this order:
 *
 * <pre>
 * run          answered  ready  window (start: true)  window (start: false)  measurement
 * the referee answers each window message with usage-read
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

    /** {@code measurement}: the end of a trial. */
    record Measured(Measurement measurement) implements Message {}

    /** {@code calibration}: the end of a calibration. */
    record Calibrated(Calibration calibration) implements Message {}

    /** {@code cache-trained}: the end of a cache training. */
    record CacheTrained() implements Message {}

    /** {@code failed}: the order could not be carried out. The reason is one sentence. */
    record OrderFailed(String reason) implements Message {}
}

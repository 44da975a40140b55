package dev.joust.trial;

import java.util.List;

/**
 * The trial protocol: one JSON object a line, its kind in {@code type}. A trial process reads one {@link Order} from its standard
 * input and writes the others to its standard output. The end of its standard input means stop: it and all of its children
 * leave within two seconds. Standard error is its log.
 */
public sealed interface Message {

    /** What the process is to do. */
    sealed interface Order extends Message {}

    /** Run this trial. */
    record Run(Trial trial) implements Order {}

    /** Say what a millisecond of CPU is here, for these kernels, by their labels. */
    record Calibrate(List<String> kernels) implements Order {}

    /** Run these trials one after the other, whatever becomes of them, so that their classes are loaded: for a start-up cache. */
    record Rehearse(List<Trial> trials) implements Order {}

    /** The process is there. */
    record Hello(String runtime, long pid) implements Message {}

    /** The first unit was answered rightly: the end of the start-up. */
    record Answered() implements Message {}

    /** Set up; a batch is warm by now, a closed load warms up as it runs. */
    record Ready() implements Message {}

    /** The measured window starts, or ends, now. */
    record Window(boolean start) implements Message {}

    /** The end of a trial. */
    record Measured(Measurement measurement) implements Message {}

    /** The end of a calibration. */
    record Calibrated(Calibration calibration) implements Message {}

    /** The end of a rehearsal. */
    record Rehearsed() implements Message {}

    /** The end of an order that could not be carried out. */
    record Failed(String reason) implements Message {}
}

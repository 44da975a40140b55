package dev.joust.processes;

import java.util.concurrent.atomic.LongAdder;

/** Bytes on the wire, lengths included, over all workers. */
record Traffic(LongAdder toWorkers, LongAdder fromWorkers) {
    Traffic() {
        this(new LongAdder(), new LongAdder());
    }
}

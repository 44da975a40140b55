package dev.joust.processes;

import java.util.concurrent.atomic.LongAdder;

/** What went over the wire, over all workers: bytes, lengths included, and answers to units. */
record Traffic(LongAdder toWorkers, LongAdder fromWorkers, LongAdder answers) {
    Traffic() {
        this(new LongAdder(), new LongAdder(), new LongAdder());
    }
}

package dev.joust.processes;

import java.util.concurrent.atomic.LongAdder;

/** What all workers of a pool have exchanged with it: bytes, including those of frame lengths, and answers to units. */
record Traffic(LongAdder toWorkers, LongAdder fromWorkers, LongAdder answers) {
    Traffic() {
        this(new LongAdder(), new LongAdder(), new LongAdder());
    }
}

package dev.joust.processes;

import java.util.concurrent.atomic.LongAdder;

/**
 * What all workers of a pool have exchanged with it: bytes, including those of frame lengths, and answers to units.
 *
 * @param payloadsThroughFiles units whose long payloads went through files outside the folder in memory
 * @param payloadsThroughPipes units whose long payloads went through the pipe, because no folder had room for them
 */
record Traffic(
        LongAdder toWorkers,
        LongAdder fromWorkers,
        LongAdder answers,
        LongAdder payloadsThroughFiles,
        LongAdder payloadsThroughPipes) {
    Traffic() {
        this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
    }
}

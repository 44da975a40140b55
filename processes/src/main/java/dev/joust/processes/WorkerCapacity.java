package dev.joust.processes;

/**
 * What one worker takes.
 *
 * @param threads how many units it does at once
 * @param ahead how many more may lie ready there. A worker with several threads has none: its units can reach it out of
 *     order, so the tag of the last one says nothing about the others
 */
record WorkerCapacity(int threads, int ahead) {
    WorkerCapacity {
        ahead = threads == 1 ? ahead : 0;
    }
}

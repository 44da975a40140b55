package dev.joust.processes;

/**
 * What one worker takes.
 *
 * @param threads how many units it does at once
 * @param ahead how many more may lie ready there; none when it has several threads, for only in one is it plain which it has begun
 */
record Capacity(int threads, int ahead) {
    Capacity {
        ahead = threads == 1 ? ahead : 0;
    }
}

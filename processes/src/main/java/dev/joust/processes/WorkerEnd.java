package dev.joust.processes;

/**
 * How a worker ended.
 *
 * @param useful whether it had answered a unit
 * @param begun whether it had begun a unit that it did not answer
 */
record WorkerEnd(boolean useful, boolean begun, String reason) {}

package dev.joust.processes;

import java.nio.file.Path;

/**
 * What the workers of a pool have in common.
 *
 * @param setup the frame of the first message to each
 * @param folder for files that a worker shares with its parent
 */
record WorkerSpec(WorkerLauncher launcher, byte[] setup, Path folder, PoolOptions options, Traffic traffic) {}

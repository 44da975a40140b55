package dev.joust.compare.machine;

import java.util.Optional;

/**
 * What a process, or several, hold open.
 *
 * @param sockets of every kind; only when asked for
 * @param files open descriptors, sockets among them
 */
public record OpenHandles(int threads, Optional<Integer> sockets, Optional<Integer> files) {}

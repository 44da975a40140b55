package dev.joust.compare.machine;

import java.util.Optional;

/**
 * Threads and open handles, of one process or summed over several.
 *
 * @param sockets sockets of every kind; read on demand only
 * @param files open descriptors, including sockets
 */
public record OpenHandles(int threads, Optional<Integer> sockets, Optional<Integer> files) {}

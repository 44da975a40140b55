package dev.joust.compare.remote;

import java.time.Duration;

/**
 * Shows a host that this machine is still there. Where the signs stop without an end of the connection, the run there
 * stops by itself.
 */
record HostPulse(Thread sender) implements AutoCloseable {

    /** Sends a sign now, and then one per interval until the connection ends. */
    static HostPulse to(HostCommand command, Duration interval) {
        return new HostPulse(Thread.ofVirtual().name("host-pulse").start(() -> {
            try {
                while (command.pulse()) {
                    Thread.sleep(interval);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    @Override
    public void close() {
        sender.interrupt();
    }
}

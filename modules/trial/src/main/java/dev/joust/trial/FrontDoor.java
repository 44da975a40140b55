package dev.joust.trial;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Where and how a model accepts requests. It is the same for all models of a scenario.
 *
 * @param address to listen on; port 0: the system chooses
 * @param backlog how many connections the kernel holds for the server until it accepts them
 * @param connections how many clients connect at once at most
 * @param headLimit a request whose head takes longer to arrive is cut off, and so is a connection without any request
 * @param requests what a request asks for, and what answers it
 */
public record FrontDoor(
        InetSocketAddress address, int backlog, int connections, Duration headLimit, UnitRequests requests) {
    /** The usual limit: longer than a connection of a trial has nothing to do. */
    public static final Duration USUAL_HEAD_LIMIT = Duration.ofSeconds(30);

    /** The longest request line, and the most bytes of the headers, in bytes. */
    public static final int MAX_HEAD = 8_192;
}

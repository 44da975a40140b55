package dev.joust.trial;

import java.net.InetSocketAddress;

/**
 * A model that has been started as an HTTP/1.1 server. It answers {@link UnitRequests}, keeps connections alive, and
 * never measures units.
 *
 * <p>Closing it also closes its listening sockets and its connections. Requests that are not answered may be cut off.
 */
public interface UnitServer extends StartedModel {
    /** What comes before {@link UnitRequests#PREFIX} in a path: nothing, where the server has one model. */
    default String base() {
        return "";
    }

    /** Where it listens: the address of its {@link FrontDoor}, with the port that the system chose for port 0. */
    InetSocketAddress address();
}

package dev.joust.scenario;

/**
 * How units reach models that are HTTP servers, from a load generator in a process of its own.
 *
 * @param connections how many connections the generator has open at once at most; a unit waits for one, and its wait
 *     counts
 * @param keepAlive whether a connection serves one unit after the other; else each unit opens its own
 * @param backlog how many connections the kernel holds for the server until it accepts them
 */
public record HttpAccess(int connections, boolean keepAlive, int backlog) {
    /** The connections of an open load whose scenario says nothing: those of a usual proxy in front of a server. */
    static final int USUAL_CONNECTIONS = 200;

    /** The backlog where the scenario says nothing. Linux allows 4,096 unless told otherwise. */
    static final int USUAL_BACKLOG = 1_024;

    /** Where nothing is said of the connections. */
    public static final HttpAccess USUAL = new HttpAccess(USUAL_CONNECTIONS, true, USUAL_BACKLOG);
}

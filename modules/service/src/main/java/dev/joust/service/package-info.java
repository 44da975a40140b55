/**
 * The network service that every model calls. It waits for the delay of the request, answers bytes computed from the
 * request's key, and counts its answers. It runs in its own process and depends on nothing of Joust.
 *
 * <pre>
 * socket -- Routes -+- Query --> CallRoute -- timer --+
 *                   +- Query --> StreamRoute --------+-- Transfer -- ResponseBody --> socket
 *                   +- Counters (stats, reset)     '-- counts in Counters
 *                   '- health
 * </pre>
 *
 * All of it runs on event loops; no request holds a thread.
 */
package dev.joust.service;

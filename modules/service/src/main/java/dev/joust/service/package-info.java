/**
 * The network service that every model calls: it waits as long as it is told, answers bytes that follow from the request's key, and
 * counts what it handed out. It runs in a process of its own and knows nothing of Joust.
 *
 * <pre>
 * socket -- Routes -+- Query --> Call ---- timer --+
 *                   +- Query --> Stream -----------+-- Transfer -- Body --> socket
 *                   +- Counters (stats, reset)     '-- counts in Counters
 *                   '- health
 * </pre>
 *
 * All of it runs on the event loop; no request ever holds a thread.
 */
package dev.joust.service;

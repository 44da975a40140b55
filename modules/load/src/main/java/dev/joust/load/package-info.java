/**
 * Sends the units of a trial to a model that is an HTTP server in another process. To the driver it is a model like any
 * other: it gets a unit and completes it, and never measures.
 */
package dev.joust.load;

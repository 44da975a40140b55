/**
 * Quarkus as a rival: one application, whose endpoints run the same units and differ in an annotation. It is a process
 * of its own, because its Vert.x is another. {@link dev.joust.quarkus.QuarkusRuntime} says how it is started; all else
 * runs in that process.
 */
package dev.joust.quarkus;

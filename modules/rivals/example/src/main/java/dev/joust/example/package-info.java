/**
 * The example of {@code docs/models.md}: a model in one class. It is built and tested like every other model, and is
 * not part of the distribution.
 */
package dev.joust.example;

/** The half of a circle of packages, see {@link dev.joust.broken}. */
package dev.joust.broken.stats;

/** Classes that break the rules of the architecture test on purpose, so that each rule is seen to fail. */
package dev.joust.broken;

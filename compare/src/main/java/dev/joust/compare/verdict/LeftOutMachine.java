package dev.joust.compare.verdict;

/**
 * A machine of a merged session whose blocks are not judged at all, whichever of its shards they are of.
 *
 * @param name of the machine
 * @param reason in one sentence
 * @param disturbed whether it was disturbed; else a control failed there
 */
public record LeftOutMachine(String name, String reason, boolean disturbed) {}

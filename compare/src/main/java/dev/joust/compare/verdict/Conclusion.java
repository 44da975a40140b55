package dev.joust.compare.verdict;

/** The answer of a whole session, in one word. */
public enum Conclusion {
    /** All claims held, or every trial is valid where nothing is judged. */
    HELD,
    /** A claim is refuted. */
    REFUTED,
    /** No claim is refuted, but one is inconclusive, or a trial is invalid where nothing is judged. */
    INCONCLUSIVE,
    /** The session cannot be believed, whatever its claims say. */
    NOT_BELIEVED
}

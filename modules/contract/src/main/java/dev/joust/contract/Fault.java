package dev.joust.contract;

/** What is wrong with the answers of {@link StubService}. */
public enum Fault {
    /** Nothing. */
    NONE,
    /** Answers 500. */
    ERROR,
    /** As many bytes as asked for, but not the right ones. */
    WRONG_BODY,
    /** A well-formed answer of half as many bytes as asked for. */
    SHORT_BODY,
    /** Announces the whole body, and closes the connection after half of it. */
    CUT,
    /** Reads the request and never answers. */
    SILENT
}

package dev.joust.contract;

/** How {@link StubService} misbehaves. */
public enum Fault {
    /** It does not. */
    NONE,
    /** It answers with status 500. */
    ERROR,
    /** It answers with the right number of wrong bytes. */
    WRONG_BODY,
    /** It sends a well-formed answer with half of the bytes. */
    SHORT_BODY,
    /** It announces the whole body and closes the connection after half of it. */
    CUT,
    /** It reads the request and never answers. */
    SILENT
}

package dev.joust.compare.run;

/** The terminal that this process may be attached to. */
final class Terminal {
    private Terminal() {}

    /** Whether a person watches the output. */
    static boolean attached() {
        var console = System.console();
        return console != null && console.isTerminal();
    }
}

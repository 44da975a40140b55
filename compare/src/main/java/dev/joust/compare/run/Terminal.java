package dev.joust.compare;

/** Whether somebody is watching. */
final class Terminal {
    private Terminal() {}

    static boolean attached() {
        var console = System.console();
        return console != null && console.isTerminal();
    }
}

package dev.joust.compare.run;

/** Whether somebody is watching. */
public final class Terminal {
    private Terminal() {}

    public static boolean attached() {
        var console = System.console();
        return console != null && console.isTerminal();
    }
}

package dev.joust.compare.remote;

import dev.joust.scenario.PrintableText;

/** Why a host does not go on, in one line without the name of the host. */
final class HostFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private static final int MAX_REASON = 300;

    HostFailure(String reason) {
        super(shortened(PrintableText.line(reason).strip()));
    }

    private static String shortened(String line) {
        return line.length() > MAX_REASON ? line.substring(0, MAX_REASON) + "…" : line;
    }
}

package dev.joust.compare.remote;

import java.util.Locale;

/**
 * What hosts are asked to do: lines for {@code sh} without single quotes, which hold no text of a user. All files are
 * below {@code ~/.cache/joust}, and belong to the user of the host.
 *
 * @param sha256 of the distribution
 */
record RemoteScripts(String sha256) {
    /** What a host prints that keeps the distribution. */
    static final String KEPT = "joust: kept";

    private static final int STALE_DAYS = 7;

    /** Finds out whether the host keeps the distribution. */
    String probe() {
        return script("if test -f %s/%s; then echo %s; fi", sha256, SentDistribution.MARK, KEPT);
    }

    /**
     * Unpacks the distribution beside its place, and renames it once it is whole. What was sent in part is deleted. Of
     * several senders with one home the first one wins: {@code mv} replaces no folder, it moves the later ones into it.
     *
     * @param part the name of the folder beside its place
     */
    String receive(String part) {
        return script(
                "mkdir %1$s && if tar -xof - -C %1$s && test -f %1$s/%3$s; then"
                        + " if test -d %2$s; then test -f %2$s/%3$s || rm -rf %2$s; fi;"
                        + " mv %1$s %2$s; rm -rf %2$s/%1$s %1$s; test -f %2$s/%3$s;"
                        + " else rm -rf %1$s; exit 1; fi",
                part, sha256, SentDistribution.MARK);
    }

    /**
     * Unpacks the files of a run into a new folder. What a broken connection has left there is deleted after a week: no
     * run takes that long. The age is by the clock of the host, whatever the sender's clock says.
     */
    String prepare(String run) {
        return script(
                "{ find . -maxdepth 1 \"(\" -name \"run-*\" -o -name \"part-*\" \")\" -mtime +%2$d"
                        + " -exec rm -rf \"{}\" + 2>/dev/null; mkdir %1$s; } && tar -xomf - -C %1$s",
                run, STALE_DAYS);
    }

    /** Starts a run, which deletes its folder at its end. */
    String start(String run) {
        return script("exec sh %s/%s", run, RunFiles.SCRIPT);
    }

    private static String script(String format, Object... arguments) {
        return "cd && umask 077 && mkdir -p .cache/joust && cd .cache/joust && "
                + String.format(Locale.ROOT, format, arguments);
    }
}

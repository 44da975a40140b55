package dev.joust.compare.remote;

import dev.joust.compare.merge.ArrivedLine;
import dev.joust.compare.plan.Shard;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes the lines of a host into the session folder of its shard, each as it comes. The folder exists once the host
 * has fixed its session. For one thread.
 */
final class ShardReceiver {
    private static final int MAX_OTHER_LINES = 1_000;

    /** Far more than any plan has. */
    private static final int MAX_LINES = 200_000;

    private final Path path;
    private final Shard shard;
    private final FirstSession first;
    private Optional<SessionFolder> folder = Optional.empty();
    private Optional<Session> session = Optional.empty();
    private int results;
    private int lines;
    private int others;
    private boolean begun;
    private boolean ended;

    /** @param first what the sessions of all hosts must fit */
    ShardReceiver(Path path, Shard shard, FirstSession first) {
        this.path = path;
        this.shard = shard;
        this.first = first;
    }

    /** Whether the last line of the shard has come. */
    boolean hasEnded() {
        return ended;
    }

    int results() {
        return results;
    }

    /** What the host has fixed; empty before. */
    Optional<Session> session() {
        return session;
    }

    /**
     * Takes the next line.
     *
     * @throws HostFailure when the line is not the next one of this shard
     * @throws IOException when it cannot be written here
     */
    void accept(String line) throws HostFailure, IOException {
        switch (read(line)) {
            case ArrivedLine.ShardBegins(String version) -> begin(version);
            case ArrivedLine.ShardFixed(Session fixed) -> fix(fixed);
            case ArrivedLine.ShardAdds adds -> add(adds);
            case ArrivedLine.ShardEnds ends -> end(ends);
            case ArrivedLine.OtherWords other -> {
                if (++others > MAX_OTHER_LINES) {
                    throw new HostFailure("it prints lines that are no part of a shard");
                }
            }
        }
    }

    private static ArrivedLine read(String line) throws HostFailure {
        try {
            return ArrivedLine.read(line);
        } catch (IllegalArgumentException e) {
            throw new HostFailure("it sent a line that cannot be read: " + e.getMessage());
        }
    }

    private void begin(String version) throws HostFailure {
        if (begun) {
            throw new HostFailure("it began a second shard");
        }
        first.checkVersion(version);
        begun = true;
    }

    private void fix(Session fixed) throws HostFailure, IOException {
        if (!begun || session.isPresent()) {
            throw new HostFailure("it fixed its session out of turn");
        }
        if (!fixed.onlyShard().equals(Optional.of(shard))) {
            throw new HostFailure(String.format(Locale.ROOT, "it does not run shard %s", shard));
        }
        first.check(fixed);
        var created = SessionFolder.create(path);
        created.writeSession(fixed);
        folder = Optional.of(created);
        session = Optional.of(fixed);
    }

    private void add(ArrivedLine.ShardAdds adds) throws HostFailure, IOException {
        var written = folder.orElseThrow(() -> new HostFailure("it sent a result before its session"));
        if (adds.line() instanceof Result result
                && !session.orElseThrow().runs(result.id().block())) {
            throw new HostFailure(String.format(
                    Locale.ROOT,
                    "it sent a result of round %d, which is of another shard",
                    result.id().block()));
        }
        if (++lines > MAX_LINES) {
            throw new HostFailure(String.format(Locale.ROOT, "it sent more than %d lines", MAX_LINES));
        }
        written.append(adds.line());
        results += adds.line() instanceof Result ? 1 : 0;
    }

    private void end(ArrivedLine.ShardEnds ends) throws HostFailure {
        if (ends.interrupted()) {
            throw new HostFailure("it was stopped");
        }
        if (session.isEmpty() || ends.results() != results) {
            throw new HostFailure(
                    String.format(Locale.ROOT, "it ends with %d results, %d came", ends.results(), results));
        }
        ended = true;
    }
}

package dev.joust.compare.merge;

import dev.joust.compare.plan.FolderFile;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionLine;
import dev.joust.compare.session.SessionLines;
import dev.joust.compare.session.WholeLines;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the streams that {@link ShardEmitter} writes; one source may hold several, one after the other. A scheduler's
 * log adds words of its own and of standard error, so a line that is none of a shard is left out. For one source and
 * one thread.
 */
public final class ShardStream {
    private final String name;
    private final boolean partial;
    private final Consumer<String> say;
    private final List<ShardData> shards = new ArrayList<>();
    private Optional<OpenShard> open = Optional.empty();
    private int number;
    private boolean any;

    /** A shard whose end has not been read. */
    private static final class OpenShard {
        private final List<SessionLine> lines = new ArrayList<>();
        private Optional<Session> session = Optional.empty();

        private long results() {
            return lines.stream().filter(Result.class::isInstance).count();
        }
    }

    /**
     * @param name of the source, for messages
     * @param partial whether a stream without its end is used as far as it goes
     * @param say receives what is not used, in a line each
     */
    public ShardStream(String name, boolean partial, Consumer<String> say) {
        this.name = name;
        this.partial = partial;
        this.say = say;
    }

    /**
     * Reads all shards.
     *
     * @throws UsageException where there is none, one is cut short, or a line is not what it should be
     */
    public List<ShardData> read(InputStream in) {
        try {
            WholeLines.forEach(in, (line, _) -> {
                number++;
                if (line.length > 0 && line[0] == '{') {
                    accept(FolderFile.decoded(line).stripTrailing());
                }
            });
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(e);
        }
        cut("it ends before its last line");
        if (!any) {
            throw ShardData.refused(name, "it holds no shard, which 'joust run --shard K/N --emit' writes");
        }
        return List.copyOf(shards);
    }

    private void accept(String line) {
        if (StreamKind.isHeader(line)) {
            cut(String.format(Locale.ROOT, "another shard begins in line %d", number));
        } else if (open.isEmpty()) {
            return;
        }
        try {
            take(ArrivedLine.read(line));
        } catch (IllegalArgumentException e) {
            if (!partial || open.isEmpty()) {
                throw e;
            }
            cut(String.format(Locale.ROOT, "line %d cannot be read", number));
        }
    }

    private void take(ArrivedLine arrived) {
        switch (arrived) {
            case ArrivedLine.ShardBegins _ -> {
                any = true;
                open = Optional.of(new OpenShard());
            }
            case ArrivedLine.ShardFixed(Session session) -> fix(open.orElseThrow(), session);
            case ArrivedLine.ShardAdds(SessionLine line) ->
                open.orElseThrow().lines.add(line);
            case ArrivedLine.ShardEnds end -> end(open.orElseThrow(), end.results());
            case ArrivedLine.OtherWords _ -> {
                // of a program that also logs objects; a line of the shard that is lost is missed at its end
            }
        }
    }

    private static void fix(OpenShard shard, Session session) {
        if (shard.session.isPresent()) {
            throw new IllegalArgumentException("a second session: " + session.name());
        }
        shard.session = Optional.of(session);
    }

    private void end(OpenShard shard, int results) {
        if (results != shard.results()) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "it ends with %d results, %d were read", results, shard.results()));
        }
        close(shard);
    }

    private void close(OpenShard shard) {
        shards.add(new ShardData(
                name,
                shard.session.orElseThrow(() -> new IllegalArgumentException("it has no session")),
                SessionLines.of(shard.lines)));
        open = Optional.empty();
    }

    /** Ends a shard that has no last line: it is used as far as it goes, or refused. */
    private void cut(String reason) {
        if (open.isEmpty()) {
            return;
        }
        var shard = open.get();
        open = Optional.empty();
        var which = shard.session
                .flatMap(Session::onlyShard)
                .map(part -> "shard " + part)
                .orElse("a shard");
        if (!partial) {
            throw ShardData.refused(
                    name, String.format(Locale.ROOT, "%s is cut short: %s; --partial uses what it has", which, reason));
        }
        boolean usable = shard.session.isPresent();
        var used = usable
                ? String.format(Locale.ROOT, "its %d results are used", shard.results())
                : "it has nothing to use";
        say.accept(String.format(Locale.ROOT, "%s: %s is cut short: %s; %s", name, which, reason, used));
        if (usable) {
            close(shard);
        }
    }

    private UsageException unreadable(Exception e) {
        return ShardData.refused(name, String.format(Locale.ROOT, "line %d: %s", Math.max(1, number), e.getMessage()));
    }
}

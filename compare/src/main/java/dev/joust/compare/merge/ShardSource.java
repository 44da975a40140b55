package dev.joust.compare.merge;

import dev.joust.compare.plan.UsageException;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionFolder;
import dev.joust.compare.session.SessionLine;
import dev.joust.compare.session.SessionLines;
import dev.joust.compare.session.ShardHost;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads shards from where a user has them.
 *
 * @param in standard input
 * @param partial whether a stream without its end is used as far as it goes
 * @param say receives what is not used, in a line each
 */
public record ShardSource(InputStream in, boolean partial, Consumer<String> say) {
    private static final String STANDARD_INPUT = "-";

    /**
     * The shards of a source: the folder of a shard or of a merged session, a file with streams, or {@code -}.
     *
     * @throws UsageException where it has none, or they cannot be read
     */
    public List<ShardData> read(String source) {
        if (source.equals(STANDARD_INPUT)) {
            return new ShardStream("standard input", partial, say).read(new BufferedInputStream(in));
        }
        var path = Path.of(source);
        if (Files.isDirectory(path)) {
            return inFolder(path);
        }
        if (!Files.isReadable(path)) {
            throw ShardData.refused(source, "it is no folder and no readable file");
        }
        try (var file = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            return new ShardStream(source, partial, say).read(file);
        } catch (IOException e) {
            throw ShardData.refused(source, "it cannot be read: " + e.getMessage());
        }
    }

    private static List<ShardData> inFolder(Path path) {
        var folder = SessionFolder.open(path);
        var session = folder.readSession();
        var lines = folder.readLines();
        return session.hosts()
                .map(hosts -> split(path.toString(), session, hosts, lines))
                .orElseGet(() -> List.of(new ShardData(path.toString(), session, lines)));
    }

    /** The shards of a merged session. */
    private static List<ShardData> split(String source, Session merged, List<ShardHost> hosts, SessionLines lines) {
        var byHost =
                lines.all().collect(Collectors.groupingBy(line -> line.host().orElse("")));
        var unknown = byHost.keySet().stream()
                .filter(name -> hosts.stream().noneMatch(host -> host.name().equals(name)))
                .findFirst();
        if (unknown.isPresent()) {
            throw ShardData.refused(
                    source, String.format(Locale.ROOT, "a line is of '%s', no host of the session", unknown.get()));
        }
        return hosts.stream()
                .map(host -> new ShardData(
                        String.format(Locale.ROOT, "%s, %s", source, host.name()),
                        part(merged, host),
                        SessionLines.of(byHost.getOrDefault(host.name(), List.of()).stream()
                                .map(SessionLine::withoutHost)
                                .toList())))
                .toList();
    }

    private static Session part(Session merged, ShardHost host) {
        return new Session(
                merged.format(),
                merged.name(),
                merged.plan().in(Optional.of(host.shard())),
                host.machine(),
                host.instrument());
    }

    /** The shards of all sources. */
    public List<ShardData> readAll(List<String> sources) {
        return sources.stream().flatMap(source -> read(source).stream()).toList();
    }
}

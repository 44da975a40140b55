package dev.joust.compare.remote;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A session whose shards run on other hosts, one shard per host.
 *
 * @param folder of the merged session
 * @param scenarios the names of Joust's own, or files of this machine
 * @param options of {@code run}, with their values, that every host gets
 * @param java the program {@code java} on every host; empty where the launcher finds one
 */
public record RemoteRequest(
        List<SshHost> hosts, Path folder, List<String> scenarios, List<String> options, Optional<String> java) {
    public RemoteRequest {
        hosts = List.copyOf(hosts);
        scenarios = List.copyOf(scenarios);
        options = List.copyOf(options);
    }
}

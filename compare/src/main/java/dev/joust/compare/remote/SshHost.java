package dev.joust.compare.remote;

import dev.joust.compare.plan.Shard;
import dev.joust.compare.plan.UsageException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host that {@code ssh} reaches. Its parts hold no character that a shell or {@code ssh} interprets, and none of them
 * begins with a dash, so that no part is taken for an option.
 *
 * @param host a name, an alias of the user's own configuration, or an address without brackets
 */
public record SshHost(Optional<String> user, String host, Optional<Integer> port) {
    private static final Pattern ADDRESS = Pattern.compile("ssh://(?:(?<user>[A-Za-z0-9_][A-Za-z0-9_.-]{0,31})@)?"
            + "(?:(?<host>[A-Za-z0-9_][A-Za-z0-9_.-]{0,63})|\\[(?<six>[0-9A-Fa-f:.]{2,45}(?:%[A-Za-z0-9_.-]{1,15})?)])"
            + "(?::(?<port>[0-9]{1,5}))?/?");

    private static final int MAX_PORT = 65_535;

    /**
     * Reads addresses such as {@code ssh://[user@]host[:port]}, each of another host.
     *
     * @throws UsageException when one is none, or two are the same host
     */
    public static List<SshHost> parse(List<String> addresses) {
        if (addresses.size() > Shard.MAX_COUNT) {
            throw new UsageException(
                    String.format(Locale.ROOT, "--on names %d hosts; at most %d", addresses.size(), Shard.MAX_COUNT));
        }
        List<SshHost> hosts = new ArrayList<>();
        var names = new HashSet<String>();
        for (var address : addresses) {
            var host = parse(address);
            if (!names.add(host.name())) {
                throw new UsageException(String.format(
                        Locale.ROOT, "--on names %s twice; a host runs one shard at a time", host.name()));
            }
            hosts.add(host);
        }
        return hosts;
    }

    private static SshHost parse(String address) {
        var found = ADDRESS.matcher(address);
        if (!found.matches()) {
            throw unknown(address);
        }
        var port = Optional.ofNullable(found.group("port")).map(Integer::valueOf);
        if (port.filter(number -> number < 1 || number > MAX_PORT).isPresent()) {
            throw unknown(address);
        }
        return new SshHost(
                Optional.ofNullable(found.group("user")),
                Optional.ofNullable(found.group("host")).orElseGet(() -> found.group("six")),
                port);
    }

    private static UsageException unknown(String address) {
        return new UsageException(String.format(
                Locale.ROOT, "--on takes hosts such as ssh://a or ssh://user@b:2222, found '%s'", address));
    }

    /** What people call it: the host, with the port where one is named. */
    public String name() {
        return port.map(number -> String.format(Locale.ROOT, "%s:%d", host, number))
                .orElse(host);
    }

    /** The name as a part of a file's name. */
    String fileName() {
        return name().replaceAll("[^A-Za-z0-9._-]", "+");
    }

    /** The words by which {@code ssh} knows it. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        user.ifPresent(name -> words.addAll(List.of("-l", name)));
        port.ifPresent(number -> words.addAll(List.of("-p", Integer.toString(number))));
        words.addAll(List.of("--", host));
        return words;
    }
}

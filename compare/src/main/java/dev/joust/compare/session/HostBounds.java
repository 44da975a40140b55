package dev.joust.compare.session;

import dev.joust.compare.plan.Shard;
import dev.joust.scenario.PrintableText;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The bounds of what a session's files say of hosts. The names may come from a stranger, and stand in messages and
 * reports.
 */
final class HostBounds {
    /** A merged session may add the shard to the name of the machine. */
    private static final int MAX_NAME = 100;

    /** Without blanks and parentheses, which a merged session adds: so no name stands for two hosts. */
    private static final Pattern OF_MACHINE = Pattern.compile("[^\\s()]{1,80}");

    private HostBounds() {}

    static void check(Session.Planned plan, List<ShardHost> hosts) {
        require(!hosts.isEmpty() && hosts.size() <= Shard.MAX_COUNT, "it has %d hosts", hosts.size());
        int count = plan.shard().map(Shard::count).orElse(0);
        require(hosts.stream().allMatch(host -> host.shard().count() == count), "its hosts ran shards of other plans");
        var names = hosts.stream().map(ShardHost::name).toList();
        require(
                names.stream().distinct().sorted().toList().equals(names),
                "its hosts are not sorted by name, or two have one name");
        require(
                hosts.stream().map(ShardHost::shard).distinct().count() == hosts.size(),
                "two of its hosts ran the same shard");
        names.forEach(HostBounds::check);
    }

    static void check(String name) {
        require(
                !name.isBlank() && name.length() <= MAX_NAME && name.equals(PrintableText.line(name)),
                "the name of a host has 1 to %d printable characters, found '%.100s'",
                MAX_NAME,
                PrintableText.line(name));
    }

    /** The name of a machine as it stands in the session of its shard. */
    static void checkMachine(String name) {
        check(name);
        require(
                OF_MACHINE.matcher(name).matches(),
                "the name of a machine has 1 to 80 characters, none of them a blank or a parenthesis, found '%s'",
                name);
    }

    private static void require(boolean met, String complaint, Object... found) {
        if (!met) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, complaint, found));
        }
    }
}

package dev.joust.compare.verdict;

import dev.joust.compare.machine.DisturbanceLimits;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.ShardHost;
import dev.joust.compare.stats.Stratum;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which host ran what. A merged session has several; any other has one, without a name. A host that a merged session
 * does not list counts as the first.
 *
 * @param session that ran there
 * @param byName the hosts of a merged session, by name; empty for any other
 */
public record SessionHosts(Session session, Map<String, ShardHost> byName) {

    public static SessionHosts of(Session session) {
        Map<String, ShardHost> byName = new TreeMap<>();
        session.hosts().ifPresent(hosts -> hosts.forEach(host -> byName.put(host.name(), host)));
        return new SessionHosts(session, byName);
    }

    private Optional<ShardHost> host(Optional<String> name) {
        return name.flatMap(known -> Optional.ofNullable(byName.get(known)));
    }

    /** The cores that trials without limits had. */
    int cores(Optional<String> name) {
        var machine = host(name).map(ShardHost::machine).orElse(session.machine());
        return machine.environment().hardware().usableCores();
    }

    Session.Instrument instrument(Optional<String> name) {
        return host(name).map(ShardHost::instrument).orElse(session.instrument());
    }

    /** The limits of the machine that ran a trial. */
    public DisturbanceLimits limits(Result result) {
        return host(result.host())
                .map(ShardHost::machine)
                .orElse(session.machine())
                .disturbanceLimits();
    }

    /** The stratum of a host. Several of its shards may have run on one machine. */
    Stratum stratum(Optional<String> name) {
        return host(name).map(host -> new Stratum(machine(host), host.name())).orElse(Stratum.ONLY);
    }

    /** The name of the machine that ran a trial; empty in a session that is not merged. */
    Optional<String> machine(Result result) {
        return Optional.of(stratum(result.host()).machine()).filter(machine -> !machine.isEmpty());
    }

    /** The machines of a merged session, in one line; empty for any other. */
    public Optional<String> text() {
        var machines = byName.values().stream()
                .map(SessionHosts::machine)
                .distinct()
                .sorted()
                .toList();
        return machines.isEmpty() ? Optional.empty() : Optional.of(text(machines));
    }

    /** {@code 2 machines: ann, bob}. */
    public static String text(List<String> machines) {
        return String.format(
                Locale.ROOT,
                "%d machine%s: %s",
                machines.size(),
                machines.size() == 1 ? "" : "s",
                String.join(", ", machines));
    }

    /** The name of the machine that ran a shard. */
    public static String machine(ShardHost host) {
        return host.machine().host().orElse(host.name());
    }
}

package dev.joust.compare.verdict;

import dev.joust.compare.session.Result;
import dev.joust.compare.stats.Stratum;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The validity checks of a scenario on each host, by its own cores and calibrations. For one thread.
 *
 * @param hosts of the session
 * @param found by the name of the host, as they are asked for
 * @param checks makes those of a host
 */
public record HostChecks(
        SessionHosts hosts,
        Map<Optional<String>, ValidityChecks> found,
        Function<Optional<String>, ValidityChecks> checks) {

    HostChecks(SessionHosts hosts, Function<Optional<String>, ValidityChecks> checks) {
        this(hosts, new HashMap<>(), checks);
    }

    /** Those of the host that ran a trial. */
    public ValidityChecks of(Result result) {
        return of(result.host());
    }

    private ValidityChecks of(Optional<String> host) {
        return found.computeIfAbsent(host, checks);
    }

    /** The cores for trials without limits, where a block ran. */
    public int cores(Stratum stratum) {
        return of(host(stratum)).cores();
    }

    /** Those of every host. */
    public Collection<ValidityChecks> all() {
        return hosts.byName().isEmpty()
                ? List.of(of(Optional.empty()))
                : hosts.byName().keySet().stream()
                        .map(name -> of(Optional.of(name)))
                        .toList();
    }

    Stratum stratum(Result result) {
        return hosts.stratum(result.host());
    }

    private static Optional<String> host(Stratum stratum) {
        return stratum.shard().isEmpty() ? Optional.empty() : Optional.of(stratum.shard());
    }
}

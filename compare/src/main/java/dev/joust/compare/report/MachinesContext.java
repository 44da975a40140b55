package dev.joust.compare.report;

import java.util.List;
import java.util.Locale;

/**
 * The hosts of a merged session.
 *
 * @param judged the names of the hosts whose blocks are judged
 * @param leftOut the machines of the others, each with the reason
 * @param hosts the environment of every host, side by side
 */
public record MachinesContext(List<String> judged, List<Fact> leftOut, List<HostFacts> hosts) {

    /**
     * The environment of a host.
     *
     * @param facts in the same order for each host
     */
    public record HostFacts(String host, List<Fact> facts) {}

    /** One line per machine that is left out. */
    public List<String> lines() {
        return leftOut.stream()
                .map(host -> String.format(Locale.ROOT, "%s is left out: %s", host.name(), host.value()))
                .toList();
    }
}

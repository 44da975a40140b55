package dev.joust.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The traffic of a service, and what its owner wants to know: which model suits it.
 *
 * @param traffic the classes of traffic, in the order of the file
 * @param pod the limits of the service's process tree; empty: this machine's own
 * @param want the metric that decides
 */
public record TrafficProfile(
        String name, List<TrafficClass> traffic, Optional<Pod> pod, Metric want, ModelWishes models) {
    public TrafficProfile {
        traffic = List.copyOf(traffic);
    }

    /**
     * One class of traffic.
     *
     * @param work its name and steps
     * @param perSecond how many units arrive per second on average, independently of each other
     * @param deadline how long a unit may take; empty: as long as it will
     */
    public record TrafficClass(WorkClass work, double perSecond, Optional<Duration> deadline) {
        public String name() {
            return work.name();
        }
    }

    /**
     * What is said about models.
     *
     * @param now the model that serves this traffic today
     * @param cannot models that are out of the question
     */
    public record ModelWishes(Optional<String> now, Set<String> cannot) {
        public ModelWishes {
            cannot = Set.copyOf(cannot);
        }
    }

    /** The same traffic where another metric decides. */
    public TrafficProfile wanting(Metric other) {
        return new TrafficProfile(name, traffic, pod, other, models);
    }

    /** The class of traffic that the metric is about; the first one where it is about all. */
    public TrafficClass wanted() {
        return want.of()
                .flatMap(name -> traffic.stream()
                        .filter(type -> type.name().equals(name))
                        .findFirst())
                .orElse(traffic.getFirst());
    }

    /** The CPU time of the pod in cores, on a machine with this many. */
    public double cpus(int cores) {
        return pod.flatMap(Pod::cpus).orElse((double) cores);
    }

    /** How many units arrive per second, all classes together. */
    public double perSecond() {
        return traffic.stream().mapToDouble(TrafficClass::perSecond).sum();
    }
}

package dev.joust.compare.advise;

import dev.joust.scenario.Step;
import dev.joust.scenario.TrafficProfile.TrafficClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a unit of one class of traffic asks for, in seconds. It computes in stretches, with a pause after each but the
 * last. A unit that begins or ends with a call has a stretch of length 0 there: a loop has to send the call, and to
 * take its answer.
 *
 * @param rate units per second
 * @param stretches one more than pauses
 * @param pauses the waits for the service or a timer; 0 for a body, whose time depends on the machine
 */
record ClassDemand(String name, double rate, List<Stretch> stretches, List<Double> pauses, Optional<Double> deadline) {
    ClassDemand {
        stretches = List.copyOf(stretches);
        pauses = List.copyOf(pauses);
    }

    /**
     * CPU time between two pauses.
     *
     * @param locked what a lock lets one unit at a time do
     * @param free what runs outside such a lock, as native code does
     */
    record Stretch(double locked, double free) {
        double cpu() {
            return locked + free;
        }

        private Stretch times(double factor) {
            return new Stretch(locked * factor, free * factor);
        }
    }

    static ClassDemand of(TrafficClass traffic) {
        List<Stretch> stretches = new ArrayList<>();
        List<Double> pauses = new ArrayList<>();
        double locked = 0;
        double free = 0;
        for (var step : traffic.work().steps()) {
            switch (step) {
                case Step.Native(var _, var cpu) -> free += cpu.toNanos() / 1e9;
                case Step.Cpu computed -> locked += computed.cpu().toNanos() / 1e9;
                case Step.Spin(var time) -> locked += time.toNanos() / 1e9;
                case Step.FileRead _, Step.Payload _ -> {} // their time depends on the machine
                case Step.Request _, Step.Sleep _ -> {
                    stretches.add(new Stretch(locked, free));
                    pauses.add(step.waiting().toNanos() / 1e9);
                    locked = 0;
                    free = 0;
                }
            }
        }
        stretches.add(new Stretch(locked, free));
        return new ClassDemand(
                traffic.name(),
                traffic.perSecond(),
                stretches,
                pauses,
                traffic.deadline().map(time -> time.toNanos() / 1e9));
    }

    /** CPU time of a unit. */
    double cpu() {
        return stretches.stream().mapToDouble(Stretch::cpu).sum();
    }

    /** The part of it that a lock lets one unit at a time do. */
    double locked() {
        return stretches.stream().mapToDouble(Stretch::locked).sum();
    }

    /** How long a unit pauses. */
    double pause() {
        return pauses.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** How many of its stretches compute anything. */
    long computingStretches() {
        return stretches.stream().filter(stretch -> stretch.cpu() > 0).count();
    }

    ClassDemand withRate(double factor) {
        return new ClassDemand(name, rate * factor, stretches, pauses, deadline);
    }

    ClassDemand withCpu(double factor) {
        return new ClassDemand(
                name,
                rate,
                stretches.stream().map(stretch -> stretch.times(factor)).toList(),
                pauses,
                deadline);
    }

    ClassDemand withPauses(double factor) {
        return new ClassDemand(
                name,
                rate,
                stretches,
                pauses.stream().map(pause -> pause * factor).toList(),
                deadline);
    }

    /** The same where each stretch takes this much longer. */
    ClassDemand withVisitCost(double seconds) {
        return new ClassDemand(
                name,
                rate,
                stretches.stream()
                        .map(stretch -> new Stretch(stretch.locked() + seconds, stretch.free()))
                        .toList(),
                pauses,
                deadline);
    }
}

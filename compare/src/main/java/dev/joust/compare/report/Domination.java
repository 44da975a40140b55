package dev.joust.compare.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which of several arms no other beats in every respect. One arm beats another where it is nowhere worse and somewhere
 * better. Two arms with the same costs beat each other in nothing.
 *
 * @param respects the names of the costs
 * @param candidates in the order in which they are named
 */
record Domination(List<String> respects, List<Candidate> candidates) {

    /**
     * An arm.
     *
     * @param costs one per respect; lower is better
     */
    record Candidate(String arm, List<Double> costs) {}

    /** The arms that no other beats; never empty where there is a candidate. */
    List<String> undominated() {
        return candidates.stream()
                .filter(candidate -> conqueror(candidate).isEmpty())
                .map(Candidate::arm)
                .toList();
    }

    /** The undominated arm that beats this one in most respects; empty where none does. */
    Optional<String> beatenBy(String arm) {
        return candidates.stream()
                .filter(candidate -> candidate.arm().equals(arm))
                .findFirst()
                .flatMap(this::conqueror)
                .map(Candidate::arm);
    }

    /** {@code undominated: a and b; c is beaten by a in each of CPU time per unit and throughput}. */
    String text() {
        Map<String, List<String>> beaten = new LinkedHashMap<>();
        for (var candidate : candidates) {
            conqueror(candidate).ifPresent(by -> beaten.computeIfAbsent(how(by, candidate), _ -> new ArrayList<>())
                    .add(candidate.arm()));
        }
        List<String> parts = new ArrayList<>();
        parts.add("undominated: " + WinnerReport.enumerated(undominated()));
        beaten.forEach((how, arms) -> parts.add(
                String.format(Locale.ROOT, "%s %s beaten %s", WinnerReport.enumerated(arms), isOrAre(arms), how)));
        return String.join("; ", parts);
    }

    private String how(Candidate by, Candidate candidate) {
        var better = respects(by, candidate, true);
        var equal = respects(by, candidate, false);
        return equal.isEmpty()
                ? String.format(Locale.ROOT, "by %s in each of %s", by.arm(), WinnerReport.enumerated(better))
                : String.format(
                        Locale.ROOT,
                        "by %s in %s, with equal %s",
                        by.arm(),
                        WinnerReport.enumerated(better),
                        WinnerReport.enumerated(equal));
    }

    private static String isOrAre(List<String> arms) {
        return arms.size() == 1 ? "is" : "are";
    }

    private Optional<Candidate> conqueror(Candidate candidate) {
        Optional<Candidate> most = Optional.empty();
        for (var other : candidates) {
            if (beats(other, candidate)
                    && candidates.stream().noneMatch(third -> beats(third, other))
                    && most.filter(best -> better(best, candidate) >= better(other, candidate))
                            .isEmpty()) {
                most = Optional.of(other);
            }
        }
        return most;
    }

    private boolean beats(Candidate one, Candidate other) {
        return better(one, other) > 0 && better(other, one) == 0;
    }

    private int better(Candidate one, Candidate other) {
        return respects(one, other, true).size();
    }

    /** In which respects the one is better, or equal. */
    private List<String> respects(Candidate one, Candidate other, boolean better) {
        return IntStream.range(0, respects.size())
                .filter(i -> {
                    int order = Double.compare(one.costs().get(i), other.costs().get(i));
                    return better ? order < 0 : order == 0;
                })
                .mapToObj(respects::get)
                .toList();
    }
}

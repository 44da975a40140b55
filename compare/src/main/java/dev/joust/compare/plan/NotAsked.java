package dev.joust.compare.plan;

import dev.joust.scenario.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A claim that a session does not ask, because it leaves out a model of one of its arms. Without a claim: models that a
 * scenario lists, that no claim of this list names, and that do not run; without models too: a whole scenario.
 *
 * @param scenario its name, or that of its sweep
 * @param models the models that are left out, sorted; an arm where its model takes part as another arm
 * @param needed the models that have to run instead, sorted
 */
public record NotAsked(
        String scenario, Optional<Claim> claim, NotAskedReason reason, List<String> models, List<String> needed) {
    public NotAsked {
        models = List.copyOf(new TreeSet<>(models));
        needed = List.copyOf(new TreeSet<>(needed));
    }

    /** Who leaves the models out. */
    public enum NotAskedReason {
        LEFT_OUT_BY_PROFILE,
        LEFT_OUT_BY_MODELS
    }

    /** What is not asked, why, and the option that a profile needs to ask it. */
    public String sentence(Profile profile) {
        if (models.isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "%s: left out by %s; name it, or add --profile full",
                    scenario,
                    author(reason, profile));
        }
        var what = claim.map(asked -> String.format(Locale.ROOT, "%s: %s", scenario, asked))
                .orElse(scenario);
        return String.format(
                Locale.ROOT,
                "%s: left out by %s: %s%s",
                what,
                author(reason, profile),
                String.join(", ", models),
                cure());
    }

    private String cure() {
        return switch (reason) {
            case LEFT_OUT_BY_PROFILE ->
                String.format(Locale.ROOT, "; add --models %s, or --profile full", String.join(",", needed));
            case LEFT_OUT_BY_MODELS -> "";
        };
    }

    /** One line for whole scenarios, and one per reason: what is left out, and how many claims are not asked. */
    public static List<String> summary(List<NotAsked> all, Profile profile) {
        List<String> lines = new ArrayList<>();
        var scenarios = all.stream()
                .filter(one -> one.models().isEmpty())
                .map(NotAsked::scenario)
                .toList();
        if (!scenarios.isEmpty()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "left out by %s: %s; name them, or add --profile full",
                    profile.label(),
                    String.join(", ", scenarios)));
        }
        for (var reason : NotAskedReason.values()) {
            Map<String, Set<String>> models = new TreeMap<>();
            int claims = 0;
            for (var one : all) {
                if (one.reason() == reason && !one.models().isEmpty()) {
                    models.computeIfAbsent(one.scenario(), _ -> new TreeSet<>()).addAll(one.models());
                    claims += one.claim().isPresent() ? 1 : 0;
                }
            }
            if (!models.isEmpty()) {
                lines.add(String.format(
                        Locale.ROOT,
                        "left out by %s: %s%s%s",
                        author(reason, profile),
                        named(models),
                        notAsked(claims),
                        reason == NotAskedReason.LEFT_OUT_BY_PROFILE ? "; add --profile full, or use --models" : ""));
            }
        }
        return lines;
    }

    /** Names the models of one scenario, and counts those of several: together they fill a screen. */
    private static String named(Map<String, Set<String>> models) {
        return models.size() == 1
                ? String.join(", ", models.values().iterator().next())
                : models.entrySet().stream()
                        .map(of -> String.format(
                                Locale.ROOT,
                                "%d of the models of %s",
                                of.getValue().size(),
                                of.getKey()))
                        .collect(Collectors.joining(", "));
    }

    private static String notAsked(int claims) {
        return switch (claims) {
            case 0 -> "";
            case 1 -> "; 1 claim is not asked";
            default -> String.format(Locale.ROOT, "; %d claims are not asked", claims);
        };
    }

    private static String author(NotAskedReason reason, Profile profile) {
        return switch (reason) {
            case LEFT_OUT_BY_PROFILE -> profile.label();
            case LEFT_OUT_BY_MODELS -> "--models";
        };
    }
}

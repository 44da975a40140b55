package dev.joust.compare.plan;

import dev.joust.compare.plan.NotAsked.NotAskedReason;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Claim;
import dev.joust.scenario.Pod;
import dev.joust.scenario.Scenario;
import dev.joust.trial.ExternalRuntime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses the arms that run, and the claims that can be asked of them. A scenario says which of its arms {@code smoke}
 * and {@code quick} run; the other profiles run all. Controls always run whole.
 *
 * @param models only these run; empty means no restriction
 */
public record Selection(Profile profile, Set<String> models) {

    /**
     * What a session runs, and what it does not.
     *
     * @param scenarios with the arms that run and the claims that are asked
     */
    public record Chosen(List<Scenario> scenarios, List<NotAsked> notAsked, List<UnavailableArm> unavailable) {

        /**
         * The same questions, each once per pod; unchanged without pods. The controls run without limits.
         *
         * @throws UsageException where a scenario has limits of its own
         */
        Chosen limitedTo(List<Pod> pods) {
            return pods.isEmpty()
                    ? this
                    : new Chosen(
                            scenarios.stream()
                                    .flatMap(scenario -> limitedTo(scenario, pods))
                                    .toList(),
                            notAsked,
                            unavailable);
        }

        /**
         * Adds to each question an A/A pair in its own shape.
         *
         * @param runtimes those that may be missing here; a model on none of them is preferred
         */
        Chosen withOwnPairs(Collection<ExternalRuntime> runtimes) {
            return new Chosen(
                    Stream.concat(scenarios.stream(), new OwnPairs(scenarios, runtimes).pairs().stream())
                            .toList(),
                    notAsked,
                    unavailable);
        }

        private static Stream<Scenario> limitedTo(Scenario scenario, List<Pod> pods) {
            scenario.pod().ifPresent(own -> {
                throw new UsageException(String.format(
                        Locale.ROOT,
                        "scenario %s limits its trials to %s itself; leave out --cpus and --memory",
                        scenario.name(),
                        own));
            });
            return scenario.judging().control().isPresent()
                    ? Stream.of(scenario)
                    : pods.stream().map(scenario::in);
        }
    }

    /**
     * For a user who named no scenario: as {@link #select}, without scenarios that {@code quick} leaves out and
     * scenarios whose claims cannot be asked.
     */
    public Chosen selectAll(List<ListedScenario> all) {
        var chosen = select(all, false);
        var withoutClaims = all.stream()
                .map(ListedScenario::scenario)
                .filter(scenario -> scenario.judging().claims().isEmpty())
                .map(Scenario::name)
                .collect(Collectors.toSet());
        var asking = chosen.scenarios().stream()
                .filter(scenario -> !scenario.judging().claims().isEmpty() || withoutClaims.contains(scenario.name()))
                .toList();
        return asking.isEmpty() ? chosen : new Chosen(asking, chosen.notAsked(), chosen.unavailable());
    }

    /**
     * For a user who named these scenarios.
     *
     * @throws UsageException when nothing is left to run, or no scenario lists one of the models
     */
    public Chosen select(List<ListedScenario> all) {
        return select(all, true);
    }

    private Chosen select(List<ListedScenario> all, boolean named) {
        checkListed(all);
        List<Scenario> chosen = new ArrayList<>();
        List<NotAsked> notAsked = new ArrayList<>();
        for (var listed : all) {
            var scenario = listed.scenario();
            var arms = arms(listed, named);
            if (!arms.isEmpty()) {
                chosen.add(scenario.with(arms).with(judging(scenario, arms, notAsked)));
            }
            if (arms.isEmpty() && models.isEmpty()) {
                notAsked.add(notAsked(scenario, Optional.empty(), List.of(), List.of()));
            } else {
                addUnnamed(scenario, arms, notAsked);
            }
        }
        if (chosen.isEmpty()) {
            throw new UsageException("nothing is left to run: "
                    + notAsked.stream().map(one -> one.sentence(profile)).collect(Collectors.joining("; ")));
        }
        return new Chosen(chosen, notAsked.stream().distinct().toList(), List.of());
    }

    private void checkListed(List<ListedScenario> all) {
        var listed = all.stream()
                .filter(scenario -> !scenario.isControl())
                .flatMap(scenario -> models(scenario.scenario().arms()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        var unlisted = new TreeSet<>(models);
        unlisted.removeAll(listed);
        if (!unlisted.isEmpty()) {
            throw new UsageException(String.format(
                    Locale.ROOT,
                    "--models: no chosen scenario lists %s; known: %s",
                    String.join(", ", unlisted),
                    listed.isEmpty() ? "none" : String.join(", ", listed)));
        }
    }

    private List<Arm> arms(ListedScenario listed, boolean named) {
        var arms = listed.scenario().arms();
        if (listed.isControl()) {
            return arms;
        }
        if (!models.isEmpty()) {
            return arms.stream().filter(arm -> models.contains(arm.model())).toList();
        }
        if (!profile.isQuick()) {
            return arms;
        }
        var quick = listed.quick().filter(names -> !(named && names.isEmpty())).orElseGet(() -> names(arms));
        return arms.stream().filter(arm -> quick.contains(arm.name())).toList();
    }

    private Scenario.Judging judging(Scenario scenario, List<Arm> arms, List<NotAsked> notAsked) {
        var running = names(arms);
        List<Claim> asked = new ArrayList<>();
        for (var claim : scenario.judging().claims()) {
            var versus = claim.versus();
            var needed =
                    Stream.of(versus.arm(), versus.other()).map(scenario::arm).toList();
            var absent =
                    needed.stream().filter(arm -> !running.contains(arm.name())).toList();
            if (absent.isEmpty()) {
                asked.add(claim);
            } else {
                notAsked.add(notAsked(scenario, Optional.of(claim), labels(absent, arms), models(needed)));
            }
        }
        return new Scenario.Judging(
                scenario.judging().primary(), asked, scenario.judging().control());
    }

    /** Adds the models and arms that are left out and that no claim names. */
    private void addUnnamed(Scenario scenario, List<Arm> arms, List<NotAsked> notAsked) {
        var running = names(arms);
        var absent = scenario.arms().stream()
                .filter(arm -> !running.contains(arm.name()))
                .toList();
        var unnamed = labels(absent, arms);
        notAsked.stream()
                .filter(one -> one.scenario().equals(scenario.family()))
                .forEach(one -> unnamed.removeAll(one.models()));
        if (!unnamed.isEmpty()) {
            notAsked.add(notAsked(scenario, Optional.empty(), unnamed, models(scenario.arms())));
        }
    }

    private NotAsked notAsked(
            Scenario scenario, Optional<Claim> claim, Collection<String> leftOut, Collection<String> needed) {
        var reason = models.isEmpty() ? NotAskedReason.LEFT_OUT_BY_PROFILE : NotAskedReason.LEFT_OUT_BY_MODELS;
        return new NotAsked(scenario.family(), claim, reason, List.copyOf(leftOut), List.copyOf(needed));
    }

    /** What is left out: a model, or an arm where the model itself takes part. */
    private static Set<String> labels(List<Arm> absent, List<Arm> running) {
        var models = models(running);
        return absent.stream()
                .map(arm -> models.contains(arm.model()) ? arm.name() : arm.model())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> names(List<Arm> arms) {
        return arms.stream().map(Arm::name).collect(Collectors.toSet());
    }

    private static Set<String> models(List<Arm> arms) {
        return arms.stream().map(Arm::model).collect(Collectors.toCollection(HashSet::new));
    }
}

package dev.joust.compare.run;

import dev.joust.compare.plan.JvmCommand;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.plan.RuntimeVariants;
import dev.joust.compare.plan.RuntimeVariants.VariantCommand;
import dev.joust.compare.plan.TrialCommands;
import dev.joust.compare.session.Session;
import dev.joust.scenario.Arm;
import dev.joust.trial.Models;
import dev.joust.trial.StartUpCache;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The commands of a session's trials. Each JVM has a start-up cache: one per program, flags and jars.
 *
 * @param scratch an absolute path
 */
record CachedCommands(Session session, Path scratch) {
    private static final String CACHE = "trial";

    TrialCommands commands(Map<String, RuntimeStatus> runtimes, RuntimeVariants variants) throws InterruptedException {
        List<VariantCommand> cached = new ArrayList<>();
        for (var variant : variants.all()) {
            cached.add(variant.variant().runtime().equals(TrialCommands.JVM) ? cached(variant) : variant);
        }
        var jvm = JvmCommand.jvm(session.plan().profile().flags());
        return new TrialCommands(
                cached(jvm, Set.of()), runtimes, session.instrument().calibrations(), new RuntimeVariants(cached));
    }

    private VariantCommand cached(VariantCommand variant) throws InterruptedException {
        var models = session.plan().scenarios().stream()
                .flatMap(scenario -> scenario.arms().stream())
                .filter(arm ->
                        arm.runtime().filter(variant.variant().asked()::equals).isPresent())
                .map(Arm::model)
                .collect(Collectors.toSet());
        return new VariantCommand(variant.variant(), cached(variant.command(), models));
    }

    /** @param models of its jars, which this process may not know */
    private List<String> cached(List<String> command, Set<String> models) throws InterruptedException {
        Set<String> all = new TreeSet<>(Models.load().names());
        all.addAll(models);
        return StartUpCache.ofUser().addTo(CACHE, command, new TrialTraining(all, scratch));
    }
}

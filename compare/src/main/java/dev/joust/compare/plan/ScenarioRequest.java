package dev.joust.compare.plan;

import dev.joust.compare.plan.Selection.Chosen;
import dev.joust.scenario.ArmRuntime;
import dev.joust.scenario.Pod;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which scenarios a new session is to run, with which models and limits.
 *
 * @param names of Joust's own scenarios, or paths of files; for {@link Scope#NAMED} only
 * @param models only these run; empty means no restriction
 * @param pods each scenario is asked once per pod; empty means without limits
 * @param controls whether a session that judges adds the controls
 */
public record ScenarioRequest(Scope scope, List<String> names, Set<String> models, List<Pod> pods, boolean controls)
        implements ScenarioChoice {
    public ScenarioRequest {
        names = List.copyOf(names);
        models = Set.copyOf(models);
        pods = List.copyOf(pods);
    }

    /** Where the scenarios come from. */
    public enum Scope {
        OWN,
        NAMED,
        ARTICLE
    }

    /** These scenarios, or all of Joust's own when none is named. */
    public static ScenarioRequest of(List<String> names, Set<String> models, List<Pod> pods) {
        return new ScenarioRequest(names.isEmpty() ? Scope.OWN : Scope.NAMED, names, models, pods, true);
    }

    /** Joust's own scenarios about the article. */
    public static ScenarioRequest article() {
        return new ScenarioRequest(Scope.ARTICLE, List.of(), Set.of(), List.of(), true);
    }

    /** The same scenarios without the controls, unless they are named. */
    @Override
    public ScenarioRequest withoutControls() {
        return new ScenarioRequest(scope, names, models, pods, false);
    }

    @Override
    public Chosen choose(Profile profile, ModelRegistry registry) {
        var files = files(registry);
        var selection = new Selection(profile, models);
        var asked = scope == Scope.ARTICLE ? files.readArticle() : files.read(names);
        registry.checkModels(withoutJars(asked));
        new ServerCheck(registry)
                .check(asked.stream().map(ListedScenario::scenario).toList());
        var added = new AddedControls(asked, scope == Scope.NAMED);
        boolean adds = controls && (profile.looks().judges() || scope != Scope.NAMED);
        var listed = added.to(adds ? files.readControls() : List.of());
        var chosen = scope == Scope.OWN ? selection.selectAll(listed) : selection.select(listed);
        var limited = added.needed(chosen).limitedTo(pods);
        return controls && profile.looks().family() ? limited.withOwnPairs(registry.runtimes()) : limited;
    }

    /** Joust's own scenarios choose no runtime. */
    @Override
    public Set<ArmRuntime> runtimes(ModelRegistry registry) {
        var asked = scope == Scope.NAMED ? files(registry).read(names) : List.<ListedScenario>of();
        return asked.stream()
                .flatMap(listed -> listed.scenario().arms().stream())
                .flatMap(arm -> arm.runtime().stream())
                .collect(Collectors.toSet());
    }

    private static ScenarioFiles files(ModelRegistry registry) {
        return new ScenarioFiles(Distribution.scenarios(), registry.options());
    }

    /** The models that the user names, without those that a jar of an arm brings. */
    private Set<String> withoutJars(List<ListedScenario> asked) {
        Set<String> named = new TreeSet<>(models);
        asked.stream()
                .flatMap(listed -> listed.scenario().arms().stream())
                .filter(arm ->
                        arm.runtime().filter(own -> !own.jars().isEmpty()).isPresent())
                .forEach(arm -> named.remove(arm.model()));
        return named;
    }
}

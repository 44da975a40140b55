package dev.joust.compare.plan;

import dev.joust.scenario.ArmRuntime;
import dev.joust.scenario.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Finds the runtimes that arms of a session choose, when it goes on. The session file may come from a stranger, so no
 * program, flag or jar that it names is run until the user has named the same.
 *
 * @param named what the user names, read only where an arm chooses its runtime
 */
public record ResumedVariants(ModelRegistry registry, Supplier<Set<ArmRuntime>> named) {

    /**
     * Finds each runtime again. Its blocks are compared with the earlier ones, so it must be the same.
     *
     * @param flags of every JVM of the session
     * @param before what the session found when it began
     * @throws UsageException when the user has not named one, or it has changed
     */
    public RuntimeVariants find(List<Scenario> scenarios, List<String> flags, List<RuntimeVariant> before) {
        var asked = scenarios.stream()
                .flatMap(scenario -> scenario.arms().stream())
                .flatMap(arm -> arm.runtime().stream())
                .distinct()
                .toList();
        if (asked.isEmpty()) {
            return RuntimeVariants.NONE;
        }
        var trusted = named.get();
        asked.stream().filter(runtime -> !trusted.contains(runtime)).findFirst().ifPresent(runtime -> {
            throw new UsageException(String.format(
                    Locale.ROOT,
                    "the session cannot go on: an arm runs with %s; if you trust that, name the same scenario file, or"
                            + " the same arms of joust versus, beside --resume",
                    runtime));
        });
        var now = RuntimeVariants.find(registry, flags, scenarios);
        for (var variant : now.found()) {
            var then = before.stream()
                    .filter(one -> one.name().equals(variant.name()))
                    .findFirst()
                    .orElse(null);
            if (!Objects.equals(then, variant)) {
                throw new UsageException(String.format(
                        Locale.ROOT,
                        "the session cannot go on: it began with %s, %s, now it is %s",
                        variant.name(),
                        then == null ? "unknown" : then.text(),
                        variant.text()));
            }
        }
        return now;
    }
}

package dev.joust.scenario;

import java.util.Locale;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;

/**
 * The most levels of lists and mappings that a file may nest. The YAML library makes nodes by recursion, so a deep file
 * would overflow its stack. It makes events by a loop, so the levels are counted there, before any node is made.
 */
final class NestingLimit {
    /** A scenario needs eight. */
    static final int MAX_LEVELS = 50;

    private NestingLimit() {}

    /**
     * Counts the levels.
     *
     * @throws BadScenarioException at the first event that is too deep
     * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException when the text is not YAML
     */
    static void check(LoadSettings settings, String text) {
        int levels = 0;
        for (var event : new Parse(settings).parseString(text)) {
            if (event instanceof CollectionStartEvent && ++levels > MAX_LEVELS) {
                throw new BadScenarioException(String.format(
                        Locale.ROOT,
                        "%s:%d: lists and mappings nest more than %d levels deep",
                        settings.getLabel(),
                        line(event),
                        MAX_LEVELS));
            }
            if (event instanceof CollectionEndEvent) {
                levels--;
            }
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}

package dev.joust.scenario;

import dev.joust.scenario.Shape.Key;
import dev.joust.scenario.Shape.Mapping;
import java.util.Locale;

/**
 * Holds a file against the language: keys, forms and bounds. The readers then check what needs the rest of the file.
 */
final class ShapeCheck {
    private ShapeCheck() {}

    /**
     * Checks a value and everything below it.
     *
     * @throws BadScenarioException for the first value, in the order of the language, that has not the shape
     */
    static void check(Value value, Shape shape) {
        switch (shape) {
            case Shape.Text text -> value.text();
            case Shape.ModelName model -> value.text();
            case Shape.OptionValue option -> value.text();
            case Shape.Form form -> {
                if (!form.pattern().matcher(value.text()).matches()) {
                    throw value.bad(form.complaint().replace("{}", value.text()));
                }
            }
            case Shape.Choice choice -> {
                if (!choice.words().contains(value.text())) {
                    throw value.bad(String.format(
                            Locale.ROOT,
                            "unknown %s '%s'; known: %s",
                            choice.name(),
                            value.text(),
                            String.join(", ", choice.words())));
                }
            }
            case Shape.TrueOrFalse trueOrFalse -> value.trueOrFalse();
            case Shape.Time time -> value.checkDuration(time);
            case Shape.Size size -> value.checkBytes(size);
            case Shape.Whole whole -> value.checkWhole(whole);
            case Shape.PerCore number -> value.checkCount(number.min(), number.max());
            case Shape.Decimal decimal -> value.checkDecimal(decimal);
            case Shape.ListOf list -> value.items().forEach(item -> check(item, list.item()));
            case Shape.Named named -> value.section().entries().values().forEach(entry -> check(entry, named.value()));
            case Mapping mapping -> checkMapping(value.section(), mapping);
            case Shape.ByKey(var key, var with, var without) ->
                check(value, value.section().optional(key).isPresent() ? with : without);
            case Shape.Swept swept -> check(value, swept.one());
            case Shape.Either either -> check(value, isWhole(value, either.whole()) ? either.whole() : either.brief());
        }
    }

    private static boolean isWhole(Value value, Shape whole) {
        return whole instanceof Shape.ListOf ? value.isSequence() : value.isMapping();
    }

    private static void checkMapping(Section section, Mapping mapping) {
        checkKeys(section, mapping);
        for (Key key : mapping.keys()) {
            section.optional(key.name()).ifPresent(value -> check(value, key.value()));
        }
    }

    private static void checkKeys(Section section, Mapping mapping) {
        var found = section.entries().keySet();
        var known = mapping.names();
        section.namesAmong(mapping.name(), known);
        if (mapping.single() && found.size() != 1) {
            throw section.of()
                    .bad(String.format(
                            Locale.ROOT,
                            "%s takes one of %s, found: %s",
                            mapping.name(),
                            String.join(", ", known),
                            String.join(", ", found)));
        }
        for (var key : mapping.keys()) {
            if (key.required() && !found.contains(key.name())) {
                throw section.of()
                        .bad(String.format(
                                Locale.ROOT,
                                "%s needs '%s'; found: %s",
                                mapping.name(),
                                key.name(),
                                String.join(", ", found)));
            }
        }
    }
}

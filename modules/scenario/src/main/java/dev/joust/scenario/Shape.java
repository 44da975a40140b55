package dev.joust.scenario;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the value of a key may be. {@link Language} is made of these; {@link ShapeCheck} holds a file against them, and
 * the JSON Schema of scenario files is generated from them.
 */
sealed interface Shape {

    /** Any text that is not blank. */
    record Text() implements Shape {}

    /** The name of a model. {@link ArmReader} knows which there are. */
    record ModelName() implements Shape {}

    /** Any single value: that of a model's option, which the model reads, or one of a sweep. */
    record OptionValue() implements Shape {}

    /**
     * A text of one form.
     *
     * @param complaint what to say of another text, with {@code {}} in its place
     */
    record Form(Pattern pattern, String complaint) implements Shape {}

    /** One of some words; {@code name} says what they are. */
    record Choice(String name, List<String> words) implements Shape {}

    /** {@code true} or {@code false}. */
    record TrueOrFalse() implements Shape {}

    /** A duration with a unit, bounds included. */
    record Time(Duration min, Duration max) implements Shape {}

    /** A number of bytes, with or without a unit, from 0. */
    record Size(long max) implements Shape {}

    /** A whole number, bounds included. */
    record Whole(int min, int max) implements Shape {}

    /** A whole number, or a number per core ({@code 2 x cores}), bounds included. */
    record PerCore(int min, int max) implements Shape {}

    /** A decimal number, bounds included. */
    record Decimal(double min, double max) implements Shape {}

    /** A list with at least one entry. */
    record ListOf(Shape item) implements Shape {}

    /** A mapping from names that the file chooses. */
    record Named(Shape value) implements Shape {}

    /**
     * A mapping with known keys.
     *
     * @param name what messages call it
     * @param single whether it has exactly one of the keys
     */
    record Mapping(String name, boolean single, List<Key> keys) implements Shape {
        List<String> names() {
            return keys.stream().map(Key::name).toList();
        }
    }

    /** The long form, which is a mapping or a list, where the value is one; else the short form. */
    record Either(Shape brief, Shape whole) implements Shape {}

    /** A value, or a list or range of them, which {@link SweepReader} replaces by each of its values. */
    record Swept(Shape one) implements Shape {}

    /** A mapping of one of two forms: that of {@code with} where it has the key, else that of {@code without}. */
    record ByKey(String key, Mapping with, Mapping without) implements Shape {}

    /** A key of a mapping. */
    record Key(String name, boolean required, Shape value) {}
}

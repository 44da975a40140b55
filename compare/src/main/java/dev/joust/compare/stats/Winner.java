package dev.joust.compare.stats;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The winner of a scenario. With a margin m, X <em>beats</em> Y when the whole interval of its advantage is at or above
 * 1+m ({@link BeatsRule}). X and Y <em>tie</em> when the whole interval lies inside [1/(1+m), 1+m] ({@link TiesRule}).
 *
 * <p>The <em>undefeated</em> are the models that no model beats. The <em>contenders</em> are the models that no
 * undefeated model beats.
 *
 * <ul>
 *   <li>One contender: it beats every other model and is the {@link Sole} winner.
 *   <li>Several contenders, and each pair of them ties: they are {@link Tied} for the first place. At least one of them
 *       beats each other model.
 *   <li>Otherwise the scenario is {@link Undecided} among the contenders: a difference that was not found is no tie.
 *   <li>Where it is undecided and two machines lie clear on opposite sides about two contenders, it {@link OnMachine
 *       depends on the machine}.
 * </ul>
 *
 * <p>A model without a value beats nobody and is beaten by nobody, so it stays a contender: where one cannot be
 * compared, none wins. With fewer than two models there is no winner.
 */
public sealed interface Winner {

    /** One model beats every other by the margin. */
    record Sole(String model) implements Winner {}

    /** Each pair of these models ties, which was shown. */
    record Tied(SortedSet<String> models) implements Winner {}

    /**
     * No winner yet.
     *
     * @param contenders the models that may still be first; all models if beating goes round in a circle
     * @param open what is not known, one line per pair
     */
    record Undecided(SortedSet<String> contenders, List<String> open) implements Winner {}

    /**
     * Two machines contradict each other.
     *
     * @param contenders the models that may be first on one machine or another
     * @param open what is not known, one line per pair
     */
    record OnMachine(SortedSet<String> contenders, List<String> open) implements Winner {}

    /**
     * @param models all models that were asked to run, also those without a valid trial
     * @param comparisons of each pair of models, in either order; others are ignored, and of a pair without a
     *     comparison nothing is known
     * @param margin a share: 0.05 for five percent
     */
    static Winner among(Collection<String> models, List<PairedComparison> comparisons, double margin) {
        Ranking ranking = new Ranking(List.copyOf(comparisons), new BeatsRule(1 + margin), new TiesRule(margin));
        SortedSet<String> all = new TreeSet<>(models);
        if (all.size() < 2) {
            return new Undecided(all, List.of("a comparison takes two models"));
        }
        SortedSet<String> undefeated = filter(all, model -> all.stream().noneMatch(x -> ranking.beats(x, model)));
        SortedSet<String> contenders =
                filter(all, model -> undefeated.stream().noneMatch(x -> ranking.beats(x, model)));
        if (contenders.size() == 1) {
            return new Sole(contenders.first());
        }
        List<String> open = ranking.untied(List.copyOf(contenders));
        if (open.isEmpty()) {
            return new Tied(contenders);
        }
        return ranking.dependsOnMachine(List.copyOf(contenders))
                ? new OnMachine(contenders, open)
                : new Undecided(contenders, open);
    }

    /** The models that won, tie for the first place, or may still win. */
    default SortedSet<String> contenders() {
        return switch (this) {
            case Sole(String model) -> new TreeSet<>(List.of(model));
            case Tied(var models) -> models;
            case Undecided(var contenders, var _) -> contenders;
            case OnMachine(var contenders, var _) -> contenders;
        };
    }

    private static SortedSet<String> filter(SortedSet<String> models, Predicate<String> condition) {
        return models.stream().filter(condition).collect(Collectors.toCollection(TreeSet::new));
    }
}

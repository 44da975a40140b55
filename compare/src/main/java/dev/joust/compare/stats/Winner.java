package dev.joust.compare.stats;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who came first in a scenario. With a margin m, X <em>beats</em> Y when the whole interval of its advantage is at or
 * beyond 1+m, and they <em>tie</em> when all of it lies inside [1/(1+m), 1+m]; both as in {@link Rule}.
 *
 * <p>The <em>undefeated</em> are those whom nobody beats, the <em>contenders</em> those whom no undefeated beats. Then
 *
 * <ul>
 *   <li>one contender: it beats every other model and is the {@link Sole} winner;
 *   <li>several, each pair of which ties: they are {@link Tied} for the first place, and each of the others is beaten
 *       by one of them at least;
 *   <li>else it is {@link Undecided} among the contenders: a difference that was not found is not a tie.
 * </ul>
 *
 * Only those who took part are ranked. Fewer than two of them make no contest: the last one standing has beaten nobody.
 */
public sealed interface Winner {

    /** It beats every other participant by the margin. */
    record Sole(String model) implements Winner {}

    /** No one among them is ahead by the margin, which was shown for every pair. */
    record Tied(SortedSet<String> models) implements Winner {}

    /**
     * @param contenders who may still be first; all participants when, against all odds, beating goes round in a circle
     * @param open what is not known, a line for each pair
     */
    record Undecided(SortedSet<String> contenders, List<String> open) implements Winner {}

    /**
     * @param participants the models with valid trials
     * @param comparisons of each pair of them, in either order; those of others are not looked at, and of a pair without a
     *     duel nothing is known
     * @param margin a share: 0.05 for five percent
     */
    static Winner among(Collection<String> participants, List<PairedComparison> comparisons, double margin) {
        Ranking standings = new Ranking(List.copyOf(comparisons), new Rule.Beats(1 + margin), new Rule.Ties(margin));
        SortedSet<String> all = new TreeSet<>(participants);
        if (all.size() < 2) {
            return new Undecided(all, List.of("a contest takes two models"));
        }
        SortedSet<String> undefeated = keep(all, model -> all.stream().noneMatch(x -> standings.beats(x, model)));
        SortedSet<String> contenders =
                keep(all, model -> undefeated.stream().noneMatch(x -> standings.beats(x, model)));
        if (contenders.size() == 1) {
            return new Sole(contenders.first());
        }
        List<String> open = standings.untied(List.copyOf(contenders));
        return open.isEmpty() ? new Tied(contenders) : new Undecided(contenders, open);
    }

    /** Whether more blocks are not needed. */
    default boolean decided() {
        return !(this instanceof Undecided);
    }

    private static SortedSet<String> keep(SortedSet<String> models, Predicate<String> condition) {
        return models.stream().filter(condition).collect(Collectors.toCollection(TreeSet::new));
    }
}

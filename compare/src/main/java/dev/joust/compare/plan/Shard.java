package dev.joust.compare.plan;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The part of a plan that one machine runs: every round whose number leaves the same remainder. A block is a part of a
 * round, so it never spans machines. Each machine has early and late rounds of the plan, and one round more than
 * another at most.
 *
 * @param index from 1
 * @param count how many shards the plan has
 */
public record Shard(int index, int count) {
    /** A plan cannot be cut into more shards. */
    public static final int MAX_COUNT = 1_000;

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,4})/([0-9]{1,4})");

    public Shard {
        if (index < 1 || index > count || count > MAX_COUNT) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "a shard is K/N with 1 <= K <= N <= %d, found %d/%d", MAX_COUNT, index, count));
        }
    }

    /**
     * The shard that a text such as {@code 2/4} names.
     *
     * @throws UsageException when it names none
     */
    public static Shard parse(String text) {
        var found = TEXT.matcher(text);
        if (!found.matches()) {
            throw new UsageException(String.format(
                    Locale.ROOT, "a shard is K/N with 1 <= K <= N <= %d, such as 2/4, found '%s'", MAX_COUNT, text));
        }
        try {
            return new Shard(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** Whether this shard runs a round. */
    public boolean runs(int round) {
        return (round - index) % count == 0;
    }

    /** How many of the rounds up to this one it runs. */
    public int rounds(int upTo) {
        return (int) IntStream.rangeClosed(1, upTo).filter(this::runs).count();
    }

    /** As users write it: {@code 2/4}. */
    @Override
    public String toString() {
        return index + "/" + count;
    }
}

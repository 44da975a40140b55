package dev.joust.compare.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShardTest {

    @Test
    void aShardRunsItsRoundsOnly() {
        var second = Shard.parse("2/4");
        assertThat(second).isEqualTo(new Shard(2, 4)).hasToString("2/4");
        assertThat(IntStream.rangeClosed(1, 12).filter(second::runs)).containsExactly(2, 6, 10);
        assertThat(List.of(second.rounds(1), second.rounds(2), second.rounds(12)))
                .containsExactly(0, 1, 3);
    }

    @Property
    void eachRoundIsOfOneShardAndTheyDifferByOneRoundAtMost(
            @ForAll @IntRange(min = 1, max = 40) int count, @ForAll @IntRange(min = 1, max = 200) int rounds) {
        var shards = IntStream.rangeClosed(1, count)
                .mapToObj(index -> new Shard(index, count))
                .toList();
        for (int round = 1; round <= rounds; round++) {
            int each = round;
            assertThat(shards.stream().filter(shard -> shard.runs(each))).hasSize(1);
        }
        var sizes = shards.stream().mapToInt(shard -> shard.rounds(rounds)).summaryStatistics();
        assertThat(sizes.getSum()).isEqualTo(rounds);
        assertThat(sizes.getMax() - sizes.getMin()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "0/4", "5/4", "-1/4", "1/1001", "1/0", "1 / 4", "a/b", "99999/99999", "1/4/4"})
    void anotherTextIsRefusedInOneLine(String text) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Shard.parse(text))
                .withMessageStartingWith("a shard is K/N with 1 <= K <= N <= 1000, ");
    }

    @Test
    void noOtherShardExists() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Shard(3, 2));
    }
}

package dev.joust.compare.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.joust.compare.plan.Shard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class ShardDispatchTest {
    private static final List<SshHost> HOSTS = SshHost.parse(List.of("ssh://a", "ssh://b", "ssh://c"));

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    @Test
    void eachHostRunsAShardOfItsOwn() throws Exception {
        assertThat(dispatch((host, shard) -> whole(host, shard)))
                .containsExactlyInAnyOrder("a 1/3 whole", "b 2/3 whole", "c 3/3 whole");
        assertThat(said).isEmpty();
    }

    @Test
    void theShardOfAHostThatFailsGoesToTheFirstHostThatHasEndedItsOwn() throws Exception {
        var bHasEnded = new CountDownLatch(1);
        var found = dispatch((host, shard) -> switch (host.name()) {
            case "a" -> failed(host, shard);
            case "b" -> {
                bHasEnded.countDown();
                yield whole(host, shard);
            }
            default -> {
                bHasEnded.await();
                yield whole(host, shard);
            }
        });
        assertThat(found)
                .hasSize(4)
                .contains("a 1/3 failed", "b 2/3 whole", "c 3/3 whole")
                .containsAnyOf("b 1/3 whole", "c 1/3 whole");
        assertThat(said).first().asString().isEqualTo("a: shard 1/3 ends here, with 1 results: it has gone");
        assertThat(said).last().asString().matches("[bc]: has ended its shard and runs shard 1/3 too");
    }

    @Test
    void aHostThatHasEndedBeforeAnotherFailsTakesItsShardToo() throws Exception {
        var othersHaveEnded = new CountDownLatch(2);
        assertThat(dispatch((host, shard) -> {
                    if (host.name().equals("a")) {
                        othersHaveEnded.await();
                        return failed(host, shard);
                    }
                    othersHaveEnded.countDown();
                    return whole(host, shard);
                }))
                .hasSize(4)
                .containsAnyOf("b 1/3 whole", "c 1/3 whole");
    }

    @Test
    void aShardIsGivenAwayOnceAndAHostThatFailedGetsNoOther() throws Exception {
        Map<String, Integer> runs = new ConcurrentHashMap<>();
        var found = dispatch((host, shard) -> {
            runs.merge(host.name(), 1, Integer::sum);
            return shard.index() == 1 || host.name().equals("b") ? failed(host, shard) : whole(host, shard);
        });
        assertThat(found)
                .containsExactlyInAnyOrder(
                        "a 1/3 failed", "b 2/3 failed", "c 3/3 whole", "c " + given(found) + " " + ending(found));
        assertThat(runs).containsEntry("a", 1).containsEntry("b", 1);
    }

    @Test
    void whenAllFailNothingIsGivenAway() throws Exception {
        assertThat(dispatch((host, shard) -> failed(host, shard)))
                .containsExactlyInAnyOrder("a 1/3 failed", "b 2/3 failed", "c 3/3 failed");
    }

    @Test
    void aFaultOfThisMachineEndsAllHosts() {
        var stopped = new CountDownLatch(2);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> dispatch((host, shard) -> {
                    if (host.name().equals("a")) {
                        throw new IOException("the disk is full");
                    }
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        stopped.countDown();
                    }
                    return whole(host, shard);
                }))
                .withMessage("the disk is full");
        assertThat(stopped.getCount()).isZero();
    }

    /** The shard that c got beside its own: the first whose failure was seen. */
    private static String given(List<String> found) {
        return found.contains("c 1/3 failed") ? "1/3" : "2/3";
    }

    private static String ending(List<String> found) {
        return given(found).equals("1/3") ? "failed" : "whole";
    }

    private List<String> dispatch(ShardDispatch.ShardRunner runner) throws IOException, InterruptedException {
        return new ShardDispatch(runner, said::add)
                .run(HOSTS).stream()
                        .map(attempt -> attempt.host().name() + " " + attempt.shard()
                                + (attempt.isWhole() ? " whole" : " failed"))
                        .toList();
    }

    private static ShardAttempt whole(SshHost host, Shard shard) {
        return new ShardAttempt(host, shard, Path.of("x"), 6, Optional.empty());
    }

    private static ShardAttempt failed(SshHost host, Shard shard) {
        return new ShardAttempt(host, shard, Path.of("x"), 1, Optional.of("it has gone"));
    }
}

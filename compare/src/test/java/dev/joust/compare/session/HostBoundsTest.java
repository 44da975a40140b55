package dev.joust.compare.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.Shard;
import dev.joust.trial.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostBoundsTest {
    private static final Session SHARD =
            new SessionFixture(Profile.QUICK).shard("2/3", "anvil").controls().session();

    @Test
    void aMergedSessionIsReadAsItWasWritten() {
        var merged = merged("anvil 2/3", "bench (1/3) 1/3", "bench (3/3) 3/3");
        SessionBounds.check(merged);
        assertThat(Json.read(Json.line(merged), Session.class)).isEqualTo(merged);
    }

    @Test
    void aSessionWithoutTheFieldsOfShardsIsRead() {
        var whole = new SessionFixture(Profile.QUICK).controls().session();
        var older = Json.line(whole)
                .replace(",\"shard\":null", "")
                .replace(",\"hosts\":null", "")
                .replace(",\"host\":null", "")
                .replace(",\"joust\":null", "");
        assertThat(older).doesNotContain("\"shard\"", "\"hosts\"", "\"host\"", "\"joust\"");
        assertThat(Json.read(older, Session.class)).isEqualTo(whole);
    }

    @Test
    void hostsOutOfOrderOrTwiceAreRefused() {
        assertRefused(merged("bench 1/3", "anvil 2/3"), "its hosts are not sorted by name, or two have one name");
        assertRefused(merged("anvil 1/3", "anvil 2/3"), "its hosts are not sorted by name, or two have one name");
        assertRefused(merged("anvil 1/3", "bench 1/3"), "two of its hosts ran the same shard");
        assertRefused(merged("anvil 1/2"), "its hosts ran shards of other plans");
        assertRefused(merged(), "it has 0 hosts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "an\u001bvil", "an\u202Evil", "an\nvil"})
    void aNameThatCannotBePrintedIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostBounds.check(name))
                .withMessageStartingWith("the name of a host has 1 to 100 printable characters, found '")
                .withMessageNotContainingAny("\u001b", "\u202E", "\n");
    }

    @Test
    void aMergedSessionMayAddTheShardToTheLongestName() {
        var longest = "x".repeat(80);
        HostBounds.checkMachine(longest);
        assertThatCode(() -> HostBounds.check(longest + " (1000/1000)")).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> HostBounds.checkMachine(longest + "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> HostBounds.check("x".repeat(101)));
        assertThatIllegalArgumentException().isThrownBy(() -> HostBounds.checkMachine("anvil (1/2)"));
    }

    @Test
    void theHostOfALineIsChecked() {
        var note = new DisturbanceNote(Optional.empty(), "somebody compiled");
        SessionBounds.check(note.withHost("anvil"));
        assertThatIllegalArgumentException().isThrownBy(() -> SessionBounds.check(note.withHost("\u001b")));
    }

    @Test
    void aSessionOfAShardCountsItsOwnRounds() {
        assertThat(SHARD.rounds(9)).isEqualTo(3);
        assertThat(List.of(SHARD.runs(2), SHARD.runs(3))).containsExactly(true, false);
        var merged = merged("anvil 2/3");
        assertThat(merged.rounds(9)).isEqualTo(9);
        assertThat(merged.runs(3)).isTrue();
        assertThat(merged.plan().looks().blocks()).isEqualTo(9);
    }

    private static void assertRefused(Session session, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionBounds.check(session))
                .withMessage(message);
    }

    private static Session merged(String... hosts) {
        return new Session(
                SHARD.format(),
                "merged",
                SHARD.plan(),
                SHARD.machine(),
                SHARD.instrument(),
                Optional.of(Arrays.stream(hosts)
                        .map(host -> new ShardHost(
                                host.substring(0, host.lastIndexOf(' ')),
                                Shard.parse(host.substring(host.lastIndexOf(' ') + 1)),
                                SHARD.machine(),
                                SHARD.instrument()))
                        .toList()));
    }
}

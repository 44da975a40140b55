package dev.joust.compare.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.joust.compare.plan.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SshHostTest {

    @ParameterizedTest
    @CsvSource({
        "ssh://a, a, -- a",
        "ssh://me@a.example, a.example, -l me -- a.example",
        "ssh://a:2222, a:2222, -p 2222 -- a",
        "ssh://me@10.0.0.7:22/, 10.0.0.7:22, -l me -p 22 -- 10.0.0.7",
        "ssh://[fe80::1%eth0]:22, fe80::1%eth0:22, -p 22 -- fe80::1%eth0"
    })
    void anAddressHasAUserAHostAndAPort(String address, String name, String words) {
        var host = SshHost.parse(List.of(address)).getFirst();
        assertThat(host.name()).isEqualTo(name);
        assertThat(String.join(" ", host.words())).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "",
                "ssh://",
                "http://a",
                "ssh://-oProxyCommand=sh",
                "ssh://-l@a",
                "ssh://a b",
                "ssh://a;reboot",
                "ssh://$(reboot)",
                "ssh://a'",
                "ssh://a\nb",
                "ssh://..",
                "ssh://[-a]",
                "ssh://a/b",
                "ssh://a:0",
                "ssh://a:65536"
            })
    void whatSshOrAShellCouldInterpretIsRefused(String address) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> SshHost.parse(List.of(address)))
                .withMessageStartingWith("--on takes hosts such as ssh://a");
    }

    @Test
    void aHostRunsOneShard() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> SshHost.parse(List.of("ssh://a", "ssh://b", "ssh://me@a")))
                .withMessageContaining("names a twice");
    }

    @Test
    void aNameIsAFileNameToo() {
        assertThat(SshHost.parse(List.of("ssh://[fe80::1%eth0]:22")).getFirst().fileName())
                .isEqualTo("fe80++1+eth0+22");
    }
}

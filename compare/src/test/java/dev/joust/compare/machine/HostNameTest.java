package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HostNameTest {

    @Test
    void theDomainIsLeftOut() {
        assertThat(HostName.brief("anvil.forge.example\n")).isEqualTo("anvil");
        assertThat(HostName.brief("anvil")).isEqualTo("anvil");
    }

    @Test
    void aMachineWithoutANameHasOneTheReportsCanShow() {
        assertThat(HostName.brief(" \n")).isEqualTo("unnamed");
    }

    @Test
    void thisMachineHasAName() {
        assertThat(HostName.read()).isNotBlank().doesNotContain(".");
    }
}

package dev.joust.compare.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

final class ContainerConfinementTest {

    @Test
    void theContainerOfTheServiceHasNoRightsAndHasLimits() {
        var host = HostConfig.newHostConfig();
        AttachedContainer.makeAttachable(command(host));
        assertThat(host.getCapDrop()).containsExactly(Capability.ALL);
        assertThat(host.getSecurityOpts()).containsExactly("no-new-privileges:true");
        assertThat(host.getReadonlyRootfs()).isTrue();
        assertThat(host.getTmpFs()).containsOnlyKeys("/tmp");
        assertThat(host.getMemory()).isEqualTo(2L << 30);
        assertThat(host.getPidsLimit()).isEqualTo(1024);
        assertThat(host.getBinds()).isNullOrEmpty();
        assertThat(host.getAutoRemove()).isTrue();
    }

    /** A command that takes everything and returns itself. */
    private static CreateContainerCmd command(HostConfig host) {
        return (CreateContainerCmd) Proxy.newProxyInstance(
                ContainerConfinementTest.class.getClassLoader(),
                new Class<?>[] {CreateContainerCmd.class},
                (command, method, _) -> method.getName().equals("getHostConfig") ? host : command);
    }
}

package dev.joust.compare.service;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import java.util.List;
import java.util.Map;

/** What a container of the service may not do. No limit is one that a session comes near. */
final class ContainerConfinement {
    /** A heap of 512 MiB, as much for Netty's buffers, and the JVM itself. */
    static final long MEMORY_BYTES = 2L << 30;

    /** Its threads: event loops, compiler, collector. The JVM of a machine with 64 cores starts some 200. */
    static final long MAX_PROCESSES = 1024;

    private static final String NO_NEW_PRIVILEGES = "no-new-privileges:true";
    private static final Map<String, String> TEMPORARY = Map.of("/tmp", "rw,noexec,nosuid,nodev,size=64m");

    private ContainerConfinement() {}

    static void confine(HostConfig host) {
        host.withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of(NO_NEW_PRIVILEGES))
                .withMemory(MEMORY_BYTES)
                .withPidsLimit(MAX_PROCESSES)
                .withReadonlyRootfs(true)
                .withTmpFs(TEMPORARY);
    }
}

package dev.joust.compare.machine;

import java.util.Optional;
import oshi.SystemInfo;

/** OSHI, where its native library can be loaded. Elsewhere the facts that OSHI tells are not available. */
final class OshiSystem {
    private static final Optional<SystemInfo> SYSTEM = load();

    private OshiSystem() {}

    /** Empty when the native library cannot be loaded. */
    static Optional<SystemInfo> find() {
        return SYSTEM;
    }

    private static Optional<SystemInfo> load() {
        NativeLibraries.chooseFolder();
        try {
            var system = new SystemInfo();
            system.getOperatingSystem();
            return Optional.of(system);
        } catch (LinkageError e) { // such as UnsatisfiedLinkError
            return Optional.empty();
        }
    }
}

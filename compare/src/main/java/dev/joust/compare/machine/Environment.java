package dev.joust.compare.machine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;

/**
 * The machine and software that a session's figures hold for. It leaves out the names of host and user, since session
 * folders are shared.
 *
 * @param loadAverage of the minute before, where the system has one
 * @param commit of the project, where the caller knows it
 */
public record Environment(
        Hardware hardware,
        Software software,
        ResourceLimits limits,
        Optional<Double> loadAverage,
        Optional<String> commit) {
    private static final String NOT_KNOWN = "not available";
    private static final Duration VERSION_LIMIT = Duration.ofSeconds(5);

    /**
     * The machine.
     *
     * @param usableCores whole cores that affinity and control groups let this process use
     * @param virtual whether a hypervisor runs below; only some processors tell
     */
    public record Hardware(
            String processor, int logicalCores, int usableCores, long memoryBytes, Optional<Boolean> virtual) {}

    /**
     * The software that runs on it.
     *
     * @param java vendor and version
     * @param python the output of {@code python3 --version}, where it is on the path
     * @param joust the version of Joust; older sessions do not know it, nor do classes outside a jar
     */
    public record Software(
            String system,
            String kernel,
            String architecture,
            String java,
            Optional<String> python,
            Optional<String> joust) {

        /** Without the version of Joust. */
        public Software(String system, String kernel, String architecture, String java, Optional<String> python) {
            this(system, kernel, architecture, java, python, Optional.empty());
        }
    }

    /** Reads the environment now. It starts {@code python3}, so not while anything is measured. */
    public static Environment read(Optional<String> commit) {
        var info = OshiSystem.find();
        return new Environment(
                info.map(Environment::hardware).orElseGet(Environment::hardwareOfJdk),
                new Software(
                        info.map(known -> known.getOperatingSystem().toString()).orElse(NOT_KNOWN),
                        System.getProperty("os.name") + " " + System.getProperty("os.version"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.vendor") + " " + Runtime.version(),
                        FirstOutputLine.read(VERSION_LIMIT, "python3", "--version"),
                        Optional.ofNullable(Environment.class.getPackage().getImplementationVersion())),
                new CgroupLimits(Path.of("/")).limits(),
                Optional.of(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())
                        .filter(load -> load >= 0),
                commit);
    }

    private static Hardware hardware(SystemInfo info) {
        var processor = info.getHardware().getProcessor();
        return new Hardware(
                processor.getProcessorIdentifier().getName().strip(),
                processor.getLogicalProcessorCount(),
                Runtime.getRuntime().availableProcessors(),
                info.getHardware().getMemory().getTotal(),
                virtual(processor));
    }

    /** What is known without native code. */
    private static Hardware hardwareOfJdk() {
        int cores = Runtime.getRuntime().availableProcessors();
        var proc = ProcFs.SYSTEM.read("cpuinfo").orElse("");
        long listed = proc.lines().filter(line -> line.startsWith("processor")).count();
        long memory = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
        return new Hardware(NOT_KNOWN, Math.max(cores, (int) listed), cores, memory, Optional.empty());
    }

    /** Linux on x86 lists a processor flag for it; other systems do not tell. */
    private static Optional<Boolean> virtual(CentralProcessor processor) {
        var flags = processor.getFeatureFlags().stream()
                .flatMap(line -> Stream.of(line.split("[\\s:]+")))
                .toList();
        return flags.containsAll(Arrays.asList("fpu", "sse2"))
                ? Optional.of(flags.contains("hypervisor"))
                : Optional.empty();
    }
}

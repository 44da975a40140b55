package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Debian's Slurm on this machine alone: one controller, one node, and munge with a key of its own. Nothing of it is
 * left once it is stopped. It needs root.
 *
 * @param folder of its files, apart from those of munge
 * @param munge the folder of munge, which its own user can read
 * @param daemons the last started first
 */
record SlurmCluster(Path folder, Path munge, Deque<Process> daemons) {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final int KEY_BYTES = 128;
    private static final List<String> PROGRAMS =
            List.of("munged", "slurmctld", "slurmd", "sbatch", "scancel", "squeue", "sinfo", "setpriv");

    /** Why this machine cannot run one; empty where it can. */
    static Optional<String> missing() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.of("Slurm runs on Linux");
        }
        var absent = PROGRAMS.stream().filter(name -> program(name).isEmpty()).toList();
        if (!absent.isEmpty()) {
            return Optional.of("not installed: " + String.join(", ", absent) + " (slurm-wlm, munge)");
        }
        return System.getProperty("user.name").equals("root")
                ? Optional.empty()
                : Optional.of("slurmd starts the tasks of other users, which takes root");
    }

    private static Optional<Path> program(String name) {
        return Stream.of("/usr/sbin", "/usr/bin", "/sbin", "/bin")
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts all three, and waits until the node takes tasks. */
    static SlurmCluster start(Path folder) throws IOException, InterruptedException {
        var munge = Files.createTempDirectory("joust-munge");
        var cluster = new SlurmCluster(Files.createDirectory(folder.resolve("slurm")), munge, new ArrayDeque<>());
        try {
            cluster.writeKey();
            cluster.writeConfiguration();
            cluster.startAll();
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            cluster.stop();
            throw e;
        }
        return cluster;
    }

    /** What commands need to find it. */
    Map<String, String> environment() {
        return Map.of("SLURM_CONF", configuration().toString());
    }

    private Path configuration() {
        return folder.resolve("slurm.conf");
    }

    private Path socket() {
        return munge.resolve("socket");
    }

    private void writeKey() throws IOException, InterruptedException {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        var file = Files.write(munge.resolve("key"), key);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        Files.setPosixFilePermissions(munge, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(command("chown", "-R", "munge:munge", munge.toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    private void writeConfiguration() throws IOException {
        var host = InetAddress.getLocalHost().getHostName().replaceFirst("\\..*", "");
        Files.createDirectories(folder.resolve("state"));
        Files.createDirectories(folder.resolve("spool"));
        Files.writeString(
                configuration(),
                String.format(
                        Locale.ROOT,
                        """
                ClusterName=joust
                SlurmctldHost=%1$s(127.0.0.1)
                SlurmctldPort=%2$d
                SlurmdPort=%3$d
                SlurmUser=root
                AuthInfo=socket=%4$s
                StateSaveLocation=%5$s/state
                SlurmdSpoolDir=%5$s/spool
                SlurmctldPidFile=%5$s/slurmctld.pid
                SlurmdPidFile=%5$s/slurmd.pid
                ProctrackType=proctrack/linuxproc
                TaskPlugin=task/none
                SelectType=select/cons_tres
                MpiDefault=none
                SchedulerParameters=sched_interval=1
                KillWait=5
                NodeName=%1$s NodeAddr=127.0.0.1 CPUs=%6$d State=UNKNOWN
                PartitionName=all Nodes=ALL Default=YES State=UP
                """,
                        host,
                        freePort(),
                        freePort(),
                        socket(),
                        folder,
                        Runtime.getRuntime().availableProcessors()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void startAll() throws IOException {
        startDaemon(
                "setpriv",
                "--reuid=munge",
                "--regid=munge",
                "--clear-groups",
                program("munged").orElseThrow().toString(),
                "--foreground",
                "--socket=" + socket(),
                "--key-file=" + munge.resolve("key"),
                "--pid-file=" + munge.resolve("pid"),
                "--log-file=" + munge.resolve("log"),
                "--seed-file=" + munge.resolve("seed"));
        await().atMost(START_LIMIT).until(() -> Files.exists(socket()));
        startDaemon(program("slurmctld").orElseThrow().toString(), "-D");
        startDaemon(program("slurmd").orElseThrow().toString(), "-D");
        await().atMost(START_LIMIT).until(() -> said("sinfo", "--noheader", "--format=%T"), "idle\n"::equals);
    }

    private void startDaemon(String... words) throws IOException {
        var log = folder.resolve(daemons.size() + ".log").toFile();
        daemons.push(
                command(words).redirectErrorStream(true).redirectOutput(log).start());
    }

    /** What a command prints. */
    String said(String... words) throws IOException, InterruptedException {
        var process = command(words).redirectErrorStream(true).start();
        try (var in = process.inputReader()) {
            return in.readAllAsString();
        } finally {
            process.waitFor();
        }
    }

    private ProcessBuilder command(String... words) {
        var builder = new ProcessBuilder(words);
        builder.environment().putAll(environment());
        return builder;
    }

    /** Cancels what runs, and ends the daemons. */
    void stop() throws IOException, InterruptedException {
        if (daemons.size() == 3) {
            said("scancel", "--user=root");
            await().atMost(START_LIMIT).until(() -> said("squeue", "--noheader").isBlank());
        }
        for (var daemon : daemons) {
            daemon.destroy();
            if (!daemon.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                daemon.destroyForcibly();
            }
        }
        try (var files = Files.walk(munge)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package dev.joust.compare.remote;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Hosts that are network namespaces, each with a {@code sshd} of its own, a home of its own and a session lock of its
 * own. They and a namespace for the program that runs sessions are joined by a bridge. Nothing leaves them. Closing
 * ends every process in them.
 */
final class NamespaceHosts implements AutoCloseable {
    private static final String NETWORK = "10.213.0.";
    private static final int FIRST = 11;
    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    /** Below the folder that a JVM takes for temporary files, and the same in all namespaces. */
    private static final Path LOCKS = Path.of(System.getProperty("java.io.tmpdir"), "joust-root");

    private final Path folder;
    private final Path homes;
    private final String prefix =
            String.format(Locale.ROOT, "j%d-", ProcessHandle.current().pid() % 1_000_000);
    private final List<Process> servers = new ArrayList<>();

    private NamespaceHosts(Path folder, Path homes) {
        this.folder = folder;
        this.homes = homes;
    }

    /**
     * Starts this many hosts.
     *
     * @param folder of their files, empty
     * @param homes the folder of the homes of their user. Later hosts can have them too, with all that was kept there
     */
    static NamespaceHosts start(int count, Path folder, Path homes) throws IOException, InterruptedException {
        var hosts = new NamespaceHosts(folder, homes);
        try {
            hosts.join(count);
            hosts.writeKeys(count);
            for (int host = 0; host < count; host++) {
                hosts.serve(host);
            }
            return hosts;
        } catch (IOException | InterruptedException | RuntimeException e) {
            hosts.close();
            throw e;
        }
    }

    String address(int host) {
        return NETWORK + (FIRST + host);
    }

    /** The home of the hosts' user. */
    Path home(int host) {
        return homes.resolve("home" + host);
    }

    /** The words before a program that runs beside the hosts. */
    String[] beside() {
        return new String[] {"ip", "netns", "exec", prefix + "mid"};
    }

    /**
     * A program that runs {@code ssh} with the keys of these hosts, and notices silence after four seconds. It knows
     * the first two as {@code a.example} and {@code b.example} too.
     */
    Path ssh() {
        return folder.resolve("ssh");
    }

    /** Kills the processes of a host's {@code sshd}, and none that they started. */
    void killServer(int host) throws IOException, InterruptedException {
        for (var process : processes(host)) {
            if (process.info().command().filter(path -> path.endsWith("/sshd")).isPresent()) {
                process.destroyForcibly();
            }
        }
    }

    /** Cuts a host off. */
    void cut(int host) throws IOException, InterruptedException {
        ShellProgram.run("ip -n " + prefix + "mid link set v" + host + " down");
    }

    /** The processes that run on a host. */
    List<ProcessHandle> processes(int host) throws IOException, InterruptedException {
        return processes(prefix + host);
    }

    @Override
    public void close() throws IOException {
        try {
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted before all hosts had ended", e);
        }
    }

    private void end() throws IOException, InterruptedException {
        for (var name : ShellProgram.run("ip netns list").split("\\R")) {
            var namespace = name.split(" ")[0];
            if (namespace.startsWith(prefix)) {
                processes(namespace).forEach(ProcessHandle::destroyForcibly);
                ShellProgram.run("ip netns del " + namespace);
            }
        }
        for (var server : servers) {
            server.waitFor();
        }
    }

    private static List<ProcessHandle> processes(String namespace) throws IOException, InterruptedException {
        return ShellProgram.run("ip netns pids " + namespace)
                .lines()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                .toList();
    }

    private void join(int count) throws IOException, InterruptedException {
        var mid = prefix + "mid";
        ShellProgram.run("ip netns add " + mid);
        ShellProgram.run("ip -n " + mid + " link add br0 type bridge");
        ShellProgram.run("ip -n " + mid + " addr add " + NETWORK + "1/24 dev br0");
        ShellProgram.run("ip -n " + mid + " link set br0 up");
        ShellProgram.run("ip -n " + mid + " link set lo up");
        for (int host = 0; host < count; host++) {
            var name = prefix + host;
            ShellProgram.run("ip netns add " + name);
            ShellProgram.run("ip -n " + mid + " link add v" + host + " type veth peer name eth0 netns " + name);
            ShellProgram.run("ip -n " + mid + " link set v" + host + " master br0 up");
            ShellProgram.run("ip -n " + name + " addr add " + address(host) + "/24 dev eth0");
            ShellProgram.run("ip -n " + name + " link set eth0 up");
            ShellProgram.run("ip -n " + name + " link set lo up");
        }
    }

    private void writeKeys(int count) throws IOException, InterruptedException {
        makeKey("user");
        var known = new StringBuilder();
        for (int host = 0; host < count; host++) {
            makeKey("host" + host);
            known.append(address(host)).append(' ');
            known.append(Files.readString(folder.resolve("host" + host + ".pub")));
        }
        Files.writeString(folder.resolve("known"), known);
        Files.writeString(
                folder.resolve("ssh_config"), String.format(Locale.ROOT, """
                Host a.example
                  HostName %2$s
                Host b.example
                  HostName %3$s
                Host *
                IdentityFile %1$s/user
                IdentitiesOnly yes
                UserKnownHostsFile %1$s/known
                GlobalKnownHostsFile /dev/null
                StrictHostKeyChecking yes
                """, folder, address(0), address(1)));
        var wrapper = String.format(
                Locale.ROOT,
                "#!/bin/sh%nexec /usr/bin/ssh -F %s/ssh_config"
                        + " -o ServerAliveInterval=2 -o ServerAliveCountMax=2 \"$@\"%n",
                folder);
        Files.writeString(ssh(), wrapper);
        Files.setPosixFilePermissions(ssh(), PosixFilePermissions.fromString("rwx------"));
    }

    private void makeKey(String name) throws IOException, InterruptedException {
        ShellProgram.run(
                "ssh-keygen",
                "-q",
                "-t",
                "ed25519",
                "-N",
                "",
                "-f",
                folder.resolve(name).toString());
    }

    /** Starts the server of a host where the home and the lock of its user are folders of its own. */
    private void serve(int host) throws IOException {
        var locks = Files.createDirectories(folder.resolve("locks" + host));
        Files.setPosixFilePermissions(locks, PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(home(host));
        Files.createDirectories(Path.of("/run/sshd"));
        if (!Files.exists(LOCKS)) {
            var own = PosixFilePermissions.fromString("rwx------");
            Files.createDirectory(LOCKS, PosixFilePermissions.asFileAttribute(own));
        }
        var config =
                Files.writeString(folder.resolve("sshd_config" + host), String.format(Locale.ROOT, """
                HostKey %1$s/host%2$d
                AuthorizedKeysFile %1$s/user.pub
                PidFile none
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                PermitRootLogin prohibit-password
                """, folder, host));
        var script = String.format(
                Locale.ROOT,
                "mount --bind %s /root && mount --bind %s %s && exec /usr/sbin/sshd -D -e -f %s",
                home(host),
                locks,
                LOCKS,
                config);
        var log = folder.resolve("log" + host);
        servers.add(new ProcessBuilder("ip", "netns", "exec", prefix + host, "sh", "-c", script)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
        await().atMost(START_LIMIT).until(() -> Files.readString(log).contains("Server listening"));
    }
}

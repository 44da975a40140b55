package dev.joust.compare.machine;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The processes of a container engine that pass on one published port. They descend from the engine and not from this
 * JVM, so their CPU time counts as ours only where they are named.
 *
 * <p>A process is one of them when its name is that of a known proxy, and it names the port in its command or listens
 * on it. Only the owner of a process and root see on what it listens. The rest of an engine below {@code rootlesskit}
 * counts with it.
 */
public final class PortProxies {
    /** Docker; Docker and Podman without root; Podman 5. The kernel cuts names to 15 characters. */
    private static final Set<String> NAMES = Set.of(
            "docker-proxy", "rootlesskit", "rootlesskit-doc", "rootlessport", "slirp4netns", "pasta", "pasta.avx2");

    private static final String LISTENING = "0A";

    private final ProcFs proc;
    private final int port;

    private PortProxies(ProcFs proc, int port) {
        this.proc = proc;
        this.port = port;
    }

    /** The proxies of a port of this machine; none where the system does not tell. */
    public static Set<Long> of(int port) {
        return of(ProcFs.SYSTEM, port);
    }

    static Set<Long> of(ProcFs proc, int port) {
        return new PortProxies(proc, port).find();
    }

    private Set<Long> find() {
        var sockets = listeningSockets();
        return proc.list("").orElse(List.of()).stream()
                .filter(name -> name.chars().allMatch(Character::isDigit))
                .filter(pid -> proc.read(pid + "/comm")
                        .map(String::strip)
                        .filter(NAMES::contains)
                        .isPresent())
                .filter(pid -> namesPort(pid) || listens(pid, sockets))
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }

    /** As {@code docker-proxy} does: {@code -host-port 32768}; as {@code pasta}: {@code -t 127.0.0.1/32768:8080}. */
    private boolean namesPort(String pid) {
        return proc.read(pid + "/cmdline").stream()
                .flatMap(command -> List.of(command.split("\0")).stream())
                .anyMatch(word -> List.of(word.split("[^0-9]+")).contains(Integer.toString(port)));
    }

    private boolean listens(String pid, Set<String> sockets) {
        return proc.list(pid + "/fd").orElse(List.of()).stream()
                .map(handle -> proc.linkTarget(pid + "/fd/" + handle))
                .flatMap(Optional::stream)
                .anyMatch(sockets::contains);
    }

    /** The sockets that listen on the port, as links of file handles name them. See proc_net_tcp(5). */
    private Set<String> listeningSockets() {
        var ending = String.format(Locale.ROOT, ":%04X", port);
        Set<String> sockets = new HashSet<>();
        for (var file : List.of("net/tcp", "net/tcp6")) {
            proc.read(file).stream()
                    .flatMap(String::lines)
                    .map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields.length > 9 && fields[1].endsWith(ending) && fields[3].equals(LISTENING))
                    .forEach(fields -> sockets.add("socket:[" + fields[9] + "]"));
        }
        return sockets;
    }
}

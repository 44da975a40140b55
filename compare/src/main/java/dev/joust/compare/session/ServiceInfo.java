package dev.joust.compare.session;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the network service of a session runs. Blocks of one session are compared with each other, so a session that goes
 * on looks for the same service.
 *
 * @param address the address that it listens on; of a remote service its URL
 * @param container present for a container only
 * @param flags the flags of its JVM; none for a remote service
 * @param fallback why it is a process where a container was preferred
 */
public record ServiceInfo(
        Kind kind, String address, Optional<Container> container, List<String> flags, Optional<Fallback> fallback) {
    private static final String LOOPBACK = "127.0.0.1";

    public ServiceInfo {
        flags = List.copyOf(flags);
    }

    /** Where the service runs. */
    public enum Kind {
        PROCESS,
        CONTAINER,
        REMOTE
    }

    /** The image of a container, and the network that connects it. */
    public record Container(String image, String network) {
        /** The network of the machine itself, without a proxy of the engine. */
        public static final String HOST_NETWORK = "host network";
    }

    /**
     * Why a process replaces a container.
     *
     * @param detail what was found, in a sentence; empty where the reason says all
     */
    public record Fallback(FallbackReason reason, Optional<String> detail) {
        public Fallback(FallbackReason reason, String detail) {
            this(reason, Optional.of(detail));
        }
    }

    /** The kinds of reasons for a process. */
    public enum FallbackReason {
        NOTHING_CALLS_IT("not started: no scenario calls it"),
        NO_ENGINE("no container engine"),
        NO_CONTAINER("no container answers"),
        UNSEEN_PROCESSES("the container's CPU time cannot be told from that of foreign processes");

        private final String words;

        FallbackReason(String words) {
            this.words = words;
        }
    }

    public static ServiceInfo process(List<String> flags) {
        return new ServiceInfo(Kind.PROCESS, LOOPBACK, Optional.empty(), flags, Optional.empty());
    }

    public static ServiceInfo container(Container container, List<String> flags) {
        return new ServiceInfo(Kind.CONTAINER, LOOPBACK, Optional.of(container), flags, Optional.empty());
    }

    public static ServiceInfo remote(String url) {
        return new ServiceInfo(Kind.REMOTE, url, Optional.empty(), List.of(), Optional.empty());
    }

    /** The same service, with the reason why it is not a container. */
    public ServiceInfo because(Fallback reason) {
        return new ServiceInfo(kind, address, container, flags, Optional.of(reason));
    }

    /** Whether trials find the same service; the reason for it does not matter to them. */
    public boolean sameAs(ServiceInfo other) {
        return kind == other.kind
                && address.equals(other.address)
                && container.equals(other.container)
                && flags.equals(other.flags);
    }

    /** Whether requests pass a proxy of the container engine. */
    public boolean behindProxy() {
        return container
                .filter(c -> !c.network().equals(Container.HOST_NETWORK))
                .isPresent();
    }

    /** For the screen: kind, address, and the reason in a few words. */
    public String brief() {
        return place()
                + fallback.map(why -> String.format(Locale.ROOT, " (%s)", why.reason().words))
                        .orElse("");
    }

    /** Everything that is known. */
    public String sentence() {
        return Stream.of(withoutFlags(), String.join(" ", flags))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** Everything that is known but the flags. */
    public String withoutFlags() {
        return place()
                + fallback.map(why -> "; " + why.detail().orElse(why.reason().words))
                        .orElse("");
    }

    private String place() {
        return switch (kind) {
            case PROCESS -> "process on " + address;
            case CONTAINER ->
                String.format(
                        Locale.ROOT,
                        "container on %s%s",
                        address,
                        container.map(ServiceInfo::origin).orElse(""));
            case REMOTE -> "remote at " + address;
        };
    }

    private static String origin(Container container) {
        return String.format(Locale.ROOT, ", image %s, %s", container.image(), container.network());
    }
}

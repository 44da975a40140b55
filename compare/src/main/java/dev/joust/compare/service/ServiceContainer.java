package dev.joust.compare.service;

import dev.joust.compare.machine.ContainedProcess;
import dev.joust.compare.session.ServiceInfo;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The service in a container, a new one per round. It exits when its standard input ends, so also when this JVM is
 * killed.
 */
public final class ServiceContainer implements NetworkService {
    private final String image;
    private final ServiceNetwork network;
    private final List<String> compiler;
    private Optional<AttachedContainer> running = Optional.empty();
    private Set<Long> proxies = Set.of();
    private boolean accounted;

    /**
     * The service from an image that the engine has.
     *
     * @param compiler flags of the session's JVMs
     */
    ServiceContainer(String image, ServiceNetwork network, List<String> compiler) {
        this.image = image;
        this.network = network;
        this.compiler = compiler;
    }

    /**
     * The service in a container, in the fastest network in which it answers. No table of engines tells which one that
     * is, so each is tried: in a virtual machine the host's network is that machine's, and may be reached from here or
     * not.
     *
     * @throws IOException when there is no engine, no image, or no answer; the message says why
     */
    public static ServiceContainer answering(ServiceImage image, List<String> compiler)
            throws IOException, InterruptedException {
        ContainerEngine.reach();
        var name = image.provide();
        List<String> refused = new ArrayList<>();
        for (var network : ServiceNetwork.values()) {
            try (var service = new ServiceContainer(name, network, compiler)) {
                new ServiceStatsClient(service.restart()).counts();
                service.accounted =
                        !ContainedProcess.matters() || service.process().isPresent();
                return service;
            } catch (IOException e) {
                refused.add(String.format(Locale.ROOT, "%s: %s", network, e.getMessage()));
            }
        }
        throw new IOException(String.format(
                Locale.ROOT,
                "the service does not answer from a container of %s: %s",
                name,
                String.join("; ", refused)));
    }

    @Override
    public ServiceInfo info() {
        return ServiceInfo.container(new ServiceInfo.Container(image, network.toString()), network.flags(compiler));
    }

    @Override
    public URI restart() throws IOException, InterruptedException {
        close();
        var container = new AttachedContainer(image, network, compiler);
        running = Optional.of(container);
        try {
            container.start();
            var address = network.address(container.awaitAddress(), container);
            proxies = network.proxies(address);
            return address;
        } catch (IOException e) {
            close();
            throw e;
        } catch (RuntimeException e) { // Testcontainers and docker-java throw a class per kind of failure
            close();
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "the service did not become ready in its container: %s; the end of its log: %s",
                            ContainerEngine.reason(e),
                            container.log()),
                    e);
        }
    }

    @Override
    public Set<Long> processes() {
        return Stream.concat(process().stream(), proxies.stream()).collect(Collectors.toSet());
    }

    private Optional<Long> process() {
        return running.flatMap(AttachedContainer::process);
    }

    /**
     * Whether the CPU time of the container can be told from that of foreign processes, where the system tells it at
     * all.
     */
    public boolean accounted() {
        return accounted;
    }

    @Override
    public void close() {
        running.ifPresent(AttachedContainer::stop);
        running = Optional.empty();
    }
}

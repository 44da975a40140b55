package dev.joust.compare.service;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.joust.compare.machine.PortProxies;
import dev.joust.compare.session.ServiceInfo;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.testcontainers.containers.GenericContainer;

/**
 * How the service in a container is reached, the faster way first: a bridge and its proxy cost a fifth of the
 * throughput.
 */
enum ServiceNetwork {
    HOST(ServiceInfo.Container.HOST_NETWORK) {
        @Override
        List<String> flags(List<String> compiler) {
            return ServiceStart.flags(compiler, "127.0.0.1", 0);
        }

        @Override
        Integer[] ports() {
            return new Integer[0];
        }

        @Override
        void join(CreateContainerCmd command) {
            command.getHostConfig().withNetworkMode("host");
        }

        @Override
        URI address(URI announced, GenericContainer<?> container) {
            return announced;
        }

        @Override
        Set<Long> proxies(URI address) {
            return Set.of();
        }
    },

    BRIDGE("a bridge, its port published on 127.0.0.1") {
        @Override
        List<String> flags(List<String> compiler) {
            return ServiceStart.flags(compiler, "0.0.0.0", PORT);
        }

        @Override
        Integer[] ports() {
            return new Integer[] {PORT};
        }

        /** On the loopback interface only: Testcontainers would publish the port to the whole network. */
        @Override
        void join(CreateContainerCmd command) {
            command.getHostConfig()
                    .withPortBindings(new PortBinding(Ports.Binding.bindIp("127.0.0.1"), ExposedPort.tcp(PORT)));
        }

        @Override
        URI address(URI announced, GenericContainer<?> container) {
            return URI.create(
                    String.format(Locale.ROOT, "http://%s:%d", container.getHost(), container.getMappedPort(PORT)));
        }

        @Override
        Set<Long> proxies(URI address) {
            return PortProxies.of(address.getPort());
        }
    };

    private static final int PORT = 8080;

    private final String text;

    ServiceNetwork(String text) {
        this.text = text;
    }

    /** The flags of the service's JVM; see {@link ServiceStart#flags}. */
    abstract List<String> flags(List<String> compiler);

    /** The ports to publish. */
    abstract Integer[] ports();

    /** Sets this network on the command that creates the container. */
    abstract void join(CreateContainerCmd command);

    /**
     * The service's address, seen from this machine.
     *
     * @param announced the address that the service itself printed
     */
    abstract URI address(URI announced, GenericContainer<?> container);

    /** The processes of the engine that pass on requests to this address. */
    abstract Set<Long> proxies(URI address);

    @Override
    public String toString() {
        return text;
    }
}

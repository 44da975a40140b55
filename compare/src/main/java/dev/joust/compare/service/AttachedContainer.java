package dev.joust.compare.service;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HealthCheck;
import dev.joust.compare.machine.ChildProcesses;
import dev.joust.compare.machine.ContainedProcess;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * A container of the service whose standard streams are attached before its start. Its input ends with our connection
 * to the engine, however this JVM ends. Then the service exits and the engine removes the container. Only SIGKILL
 * between creation and start leaves it in the engine's list, where it never runs. For one thread.
 *
 * <p>It extends Testcontainers' class for port mapping and for removal at the JVM's exit, which docker-java alone does
 * not offer.
 */
final class AttachedContainer extends GenericContainer<AttachedContainer> {
    private static final long POLL_MILLIS = 10;

    /**
     * Held between creation and start: a container has no input then that could end, and would outlive a JVM that
     * exits.
     */
    private static final ReentrantLock STARTING = lockedAtExit();

    private final PipedOutputStream input = new PipedOutputStream();
    private final ContainerStreams streams = new ContainerStreams();
    private final ServiceStart start;

    AttachedContainer(String image, ServiceNetwork network, List<String> compiler) throws IOException {
        super(DockerImageName.parse(image));
        start = new ServiceStart(new PipedInputStream(streams.output), new PipedInputStream(streams.log));
        withEnv("JAVA_TOOL_OPTIONS", String.join(" ", network.flags(compiler)));
        withEnv(ServiceToken.VARIABLE, ServiceToken.ofSession().value());
        withCreateContainerCmdModifier(AttachedContainer::makeAttachable);
        withCreateContainerCmdModifier(network::join);
        withExposedPorts(network.ports());
        withStartupCheckStrategy(new NoStartupCheck());
        waitingFor(new NoWait());
    }

    /** Without a health check: the engine would run a process for it beside the measurement. */
    static void makeAttachable(CreateContainerCmd command) {
        command.withStdinOpen(true).withStdInOnce(true).withAttachStdin(true);
        command.withHealthcheck(new HealthCheck().withTest(List.of("NONE")));
        ContainerConfinement.confine(command.getHostConfig().withAutoRemove(true));
    }

    /** A lock that a shutdown hook takes and keeps: it waits for a start in progress, and no other start begins. */
    private static ReentrantLock lockedAtExit() {
        var lock = new ReentrantLock();
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("no more containers").unstarted(() -> {
                    try {
                        lock.tryLock(ChildProcesses.TERMINATION_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }));
        return lock;
    }

    @Override
    public void start() {
        STARTING.lock();
        try {
            super.start();
        } finally {
            STARTING.unlock();
        }
    }

    @Override
    @SuppressWarnings("resource") // the attachment ends with the container
    protected void containerIsCreated(String id) {
        try {
            dockerClient
                    .attachContainerCmd(id)
                    .withStdIn(new PipedInputStream(input))
                    .withStdOut(true)
                    .withStdErr(true)
                    .withFollowStream(true)
                    .exec(streams)
                    .awaitStarted();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /**
     * Asks the service to exit by closing its input, and ends it if it does not. Returns when the engine has removed
     * the container: at the JVM's exit Testcontainers removes the containers that it still finds, and logs an error
     * when one vanishes meanwhile.
     */
    @Override
    public void stop() {
        var id = getContainerId();
        if (id != null) {
            disconnect();
            if (!awaitRemoval(id)) {
                super.stop();
                awaitRemoval(id);
            }
        }
    }

    /** Ends the whole connection: docker-java does not tell the engine that an input has ended. */
    private void disconnect() {
        try {
            input.close();
            streams.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the engine has removed the container; false at the limit. */
    private boolean awaitRemoval(String id) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < ChildProcesses.TERMINATION_LIMIT.toNanos()) {
            try {
                dockerClient.inspectContainerCmd(id).exec();
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            } catch (NotFoundException e) {
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    /** The address that the service prints when it is ready; see {@link ServiceStart#awaitAddress()}. */
    URI awaitAddress() throws IOException, InterruptedException {
        return start.awaitAddress();
    }

    String log() throws InterruptedException {
        return start.log();
    }

    /** The service's process, where it is one of this machine. */
    Optional<Long> process() {
        return ContainedProcess.of(
                getContainerId(), getContainerInfo().getState().getPidLong());
    }

    /**
     * The output shows whether the service runs. Testcontainers would ask the engine once per second, and would go on
     * for 30 s when the container has already ended and is removed.
     */
    private static final class NoStartupCheck extends StartupCheckStrategy {
        @Override
        public boolean waitUntilStartupSuccessful(DockerClient docker, String id) {
            return true;
        }

        @Override
        public StartupStatus checkStartupState(DockerClient docker, String id) {
            return StartupStatus.SUCCESSFUL;
        }
    }

    /** The caller of {@link #start()} reads from the output when the service is ready. */
    private static final class NoWait extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {
            // see the comment of the class
        }
    }

    private static final class ContainerStreams extends ResultCallback.Adapter<Frame> {
        private final PipedOutputStream output = new PipedOutputStream();
        private final PipedOutputStream log = new PipedOutputStream();

        @Override
        public void onNext(Frame frame) {
            try {
                switch (frame.getStreamType()) {
                    case STDERR -> write(log, frame);
                    case STDOUT, STDIN, RAW -> write(output, frame);
                }
            } catch (IOException e) {
                onError(e);
            }
        }

        /** The flush wakes a reader, who else looks only once per second. */
        private static void write(PipedOutputStream to, Frame frame) throws IOException {
            to.write(frame.getPayload());
            to.flush();
        }

        @Override
        public void close() throws IOException {
            output.close();
            log.close();
            super.close();
        }
    }
}

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
 * A container of the service whose standard streams are ours from before its start. Its input ends when our connection to the engine does, so
 * however this JVM ends; then the service leaves, and the engine removes the container. Only SIGKILL
 * between its creation and its start leaves it in the engine's list, where it never runs. For one thread.
 */
final class AttachedContainer extends GenericContainer<AttachedContainer> {
    private static final long LOOK_MILLIS = 10;

    /** Between its creation and its start a container has no input that could end, and one of a JVM that ends then would stay. */
    private static final ReentrantLock STARTING = keptAtExit();

    private final PipedOutputStream input = new PipedOutputStream();
    private final Streams streams = new Streams();
    private final ServiceStart start;

    AttachedContainer(String image, ServiceNetwork network, List<String> compiler) throws IOException {
        super(DockerImageName.parse(image));
        start = new ServiceStart(new PipedInputStream(streams.output), new PipedInputStream(streams.log));
        withEnv("JAVA_TOOL_OPTIONS", String.join(" ", network.flags(compiler)));
        withCreateContainerCmdModifier(AttachedContainer::attachable);
        withCreateContainerCmdModifier(network::join);
        withExposedPorts(network.ports());
        withStartupCheckStrategy(new UnderWay());
        waitingFor(new SaysSoItself());
    }

    /** The engine would ask for the service's health with a process of its own, next to what is measured. */
    private static void attachable(CreateContainerCmd command) {
        command.withStdinOpen(true).withStdInOnce(true).withAttachStdin(true);
        command.withHealthcheck(new HealthCheck().withTest(List.of("NONE")));
        command.getHostConfig().withAutoRemove(true);
    }

    /** A start that is under way when the JVM ends is waited for, and no other begins: nobody unlocks it any more. */
    private static ReentrantLock keptAtExit() {
        var lock = new ReentrantLock();
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("no more containers").unstarted(() -> {
                    try {
                        lock.tryLock(ChildProcesses.BOUND.toMillis(), TimeUnit.MILLISECONDS);
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
     * Asks the service to leave, by the end of its input, and ends it when it does not. Returns when the engine has removed the container: at
     * the JVM's end Testcontainers removes what it still finds, and complains about what vanishes meanwhile.
     */
    @Override
    public void stop() {
        var id = getContainerId();
        if (id != null) {
            leave();
            if (!gone(id)) {
                super.stop();
                gone(id);
            }
        }
    }

    /** Ends the whole connection: docker-java does not tell the engine that an input has ended. */
    private void leave() {
        try {
            input.close();
            streams.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is within the time that an ending may take. */
    private boolean gone(String id) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < ChildProcesses.BOUND.toNanos()) {
            try {
                dockerClient.inspectContainerCmd(id).exec();
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            } catch (NotFoundException e) {
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    /** Where the service says that it answers, once it does; see {@link ServiceStart#address()}. */
    URI address() throws IOException, InterruptedException {
        return start.address();
    }

    String log() throws InterruptedException {
        return start.log();
    }

    /** The service's process, where it is one of this machine's. */
    Optional<Long> process() {
        return ContainedProcess.of(
                getContainerId(), getContainerInfo().getState().getPidLong());
    }

    /**
     * Whether it runs shows in its output as well. Testcontainers would ask the engine once a second, and go on for 30 s when the engine does
     * not know it any more, because it has ended.
     */
    private static final class UnderWay extends StartupCheckStrategy {
        @Override
        public boolean waitUntilStartupSuccessful(DockerClient docker, String id) {
            return true;
        }

        @Override
        public StartupStatus checkStartupState(DockerClient docker, String id) {
            return StartupStatus.SUCCESSFUL;
        }
    }

    /** Whether the service is ready is read from its output, by whoever starts it. */
    private static final class SaysSoItself extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {
            // nothing is known at this point
        }
    }

    private static final class Streams extends ResultCallback.Adapter<Frame> {
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

        /** Whoever waits for more looks once a second, if it is not woken. */
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

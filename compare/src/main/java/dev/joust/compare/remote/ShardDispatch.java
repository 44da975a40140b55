package dev.joust.compare.remote;

import dev.joust.compare.plan.Shard;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Gives each host a shard. The shard of a host that fails goes once to the first host that has ended its own, and
 * begins anew there: a block never spans machines. A host that failed gets nothing more. For one thread.
 */
final class ShardDispatch {
    private final ShardRunner runner;
    private final Consumer<String> say;
    private final Deque<SshHost> free = new ArrayDeque<>();
    private final Deque<Shard> open = new ArrayDeque<>();
    private final Set<Shard> givenAgain = new HashSet<>();
    private final List<ShardAttempt> ended = new ArrayList<>();
    private int running;

    /** Runs a shard on a host to its end, however it ends. For several threads, one per host. */
    @FunctionalInterface
    interface ShardRunner {
        ShardAttempt run(SshHost host, Shard shard) throws IOException, InterruptedException;
    }

    /** @param say receives one line per failure and per shard that another host gets */
    ShardDispatch(ShardRunner runner, Consumer<String> say) {
        this.runner = runner;
        this.say = say;
    }

    /** Runs one shard per host, and returns all attempts as they ended. */
    List<ShardAttempt> run(List<SshHost> hosts) throws IOException, InterruptedException {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var attempts = new ExecutorCompletionService<ShardAttempt>(threads);
            for (int i = 0; i < hosts.size(); i++) {
                start(attempts, hosts.get(i), new Shard(i + 1, hosts.size()));
            }
            while (running > 0) {
                end(attempts.take().get());
                while (!free.isEmpty() && !open.isEmpty()) {
                    giveAgain(attempts, free.removeFirst(), open.removeFirst());
                }
            }
            return ended;
        } catch (ExecutionException e) {
            throw fault(e.getCause());
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    private void start(CompletionService<ShardAttempt> attempts, SshHost host, Shard shard) {
        running++;
        attempts.submit(() -> runner.run(host, shard));
    }

    private void end(ShardAttempt attempt) {
        running--;
        ended.add(attempt);
        if (attempt.isWhole()) {
            free.addLast(attempt.host());
            return;
        }
        say.accept(String.format(
                Locale.ROOT,
                "%s: shard %s ends here, with %d results: %s",
                attempt.host().name(),
                attempt.shard(),
                attempt.results(),
                attempt.failure().orElseThrow()));
        if (givenAgain.add(attempt.shard())) {
            open.addLast(attempt.shard());
        }
    }

    private void giveAgain(CompletionService<ShardAttempt> attempts, SshHost host, Shard shard) {
        say.accept(String.format(Locale.ROOT, "%s: has ended its shard and runs shard %s too", host.name(), shard));
        start(attempts, host, shard);
    }

    /** What was thrown, as it was; an interrupt means that the program is being stopped. */
    private static IOException fault(Throwable cause) throws InterruptedException {
        return switch (cause) {
            case InterruptedException stopped -> throw stopped;
            case IOException io -> io;
            case RuntimeException runtime -> throw runtime;
            case Error error -> throw error;
            default -> throw new IllegalStateException(cause);
        };
    }
}

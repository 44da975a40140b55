package dev.joust.reactive;

import io.netty.channel.EventLoop;
import java.time.Duration;

/** The part of a loop that its library has: requests and timers, started and completed on the loop's thread. */
interface LoopClient extends AutoCloseable {

    /** The loop, which is the only thread. */
    EventLoop loop();

    /** Requests this path and query from the service. */
    void get(String path, HttpReply reply);

    /** Runs {@code then} on the loop after at least this time. */
    void sleep(Duration time, Runnable then);

    /** Begins to end the loop: closes connections and drops timers. For any thread. */
    @Override
    void close();
}

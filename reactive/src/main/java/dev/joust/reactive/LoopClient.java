package dev.joust.reactive;

import io.netty.channel.EventLoop;
import java.time.Duration;

/** What a library brings to its loop: requests and timers, asked for on the loop's thread and answered on it. */
interface LoopClient extends AutoCloseable {

    /** The loop, and with it the only thread. */
    EventLoop loop();

    /** Asks the service for this path and query. */
    void get(String path, HttpReply reply);

    /** Runs {@code then} on the loop when at least this time has passed. */
    void sleep(Duration time, Runnable then);

    /** Begins to end the loop, on any thread; connections are cut, timers forgotten. */
    @Override
    void close();
}

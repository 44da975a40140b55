package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RefereeInputTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String READING = Json.line(new Message.UsageRead()) + "\n";

    private final PipedWriter pipe = new PipedWriter();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private RefereeInput input;

    @BeforeEach
    void listen() throws IOException {
        input = new RefereeInput(new BufferedReader(new PipedReader(pipe)), stopped::countDown);
        input.listen();
    }

    @Test
    void eachReadingIsAwaitedOnce() throws Exception {
        write(READING);
        assertThat(input.awaitReading(LONG)).isTrue();
        assertThat(input.awaitReading(Duration.ZERO)).isFalse();
    }

    @Test
    void otherLinesAreIgnored() throws Exception {
        write("rubbish\n{\"type\":\"later\"}\n" + Json.line(new Message.Answered()) + "\n" + READING);
        assertThat(input.awaitReading(LONG)).isTrue();
        assertThat(input.awaitReading(Duration.ZERO)).isFalse();
    }

    @Test
    void aReadingThatCameTooLateIsNotTakenForTheNext() throws Exception {
        write(READING + READING);
        assertThat(input.awaitReading(LONG)).isTrue();
        pipe.close();
        assertThat(stopped.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue(); // both are read by now
        input.expectReading();
        assertThat(input.awaitReading(Duration.ZERO)).isFalse();
    }

    @Test
    void theEndOfTheInputMeansStop() throws Exception {
        pipe.close();
        assertThat(stopped.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private void write(String text) throws IOException {
        pipe.write(text);
        pipe.flush();
    }
}

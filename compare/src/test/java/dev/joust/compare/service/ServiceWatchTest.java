package dev.joust.compare.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.compare.DistantService;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.service.ServiceWatch.WatchedTrial;
import dev.joust.compare.session.Result;
import dev.joust.trial.Ceiling;
import dev.joust.trial.Measurement;
import dev.joust.trial.TrialId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With trials that a test makes up, whose calls the service counts. */
final class ServiceWatchTest {
    private static final TrialId ID = new TrialId("s", "calls", "threads", 1, 1);
    private static final int CALLS = 50;

    private DistantService service;
    private ServiceWatch watch;

    @BeforeEach
    void aServiceOfOurOwn() throws IOException {
        service = new DistantService(Duration.ZERO);
        watch = new ServiceWatch(service.address());
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
    }

    @Test
    void aServiceThatNobodyElseUsesIsWatchedWithoutAWord() throws Exception {
        watch.lookAndForget();
        for (int i = 0; i < 3; i++) {
            assertThat(watch.around(trial(0)).outside().roundTrips()).isPresent();
        }
        watch.lookAndForget();
    }

    @Test
    void theResultHoldsTheRoundTripBeforeAndAfterTheTrial() throws Exception {
        service.away(Duration.ofMillis(1));
        var result = watch.around(() -> {
            service.away(Duration.ofMillis(5));
            return trial(0).run();
        });
        var measured = result.outside().roundTrips().orElseThrow();
        assertThat(measured.before().medianNanos()).isGreaterThanOrEqualTo(1_000_000);
        assertThat(measured.after().fastestNanos()).isGreaterThanOrEqualTo(5_000_000);
        assertThat(measured.after().serviceNanos().orElseThrow()).isLessThan(2_000_000);
    }

    @Test
    void aStrangerWhoCallsAllTheTimeIsNoticed() throws Exception {
        var over = new AtomicBoolean();
        var stranger = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                call(service.address());
            }
        });
        try {
            assertThatThrownBy(() -> watch.around(trial(0)))
                    .isInstanceOf(SharedServiceException.class)
                    .hasMessageStartingWith("somebody else uses the service at " + service.address());
        } finally {
            over.set(true);
            stranger.join();
        }
    }

    @Test
    void aStrangerWhoCallsBetweenTwoTrialsOnlyIsNoticed() throws Exception {
        watch.around(trial(0));
        var ours = new ServiceStatsClient(service.address()).counts();
        service.answerStranger(3);
        assertThatThrownBy(() -> watch.around(trial(0)))
                .isInstanceOf(SharedServiceException.class)
                .hasMessage(
                        "somebody else uses the service at %s: between two trials it counted %d requests with %d bytes,"
                                + " of which this session sent %d with %d; end the other's calls, or name another"
                                + " service",
                        service.address(), ours.answered() + 3, ours.bytes() + 300, ours.answered(), ours.bytes());
    }

    @Test
    void aStrangerWhoCallsBetweenTwoRoundsOnlyIsNoticed() throws Exception {
        var remote = RemoteService.answering(service.address());
        remote.restart();
        remote.watch().orElseThrow().around(trial(0));
        service.answerStranger(1);
        assertThatThrownBy(remote::restart).isInstanceOf(SharedServiceException.class);
    }

    @Test
    void aStrangerWhoResetsBetweenTrialsIsNoticed() throws Exception {
        watch.around(trial(0));
        service.resetByStranger();
        assertThatThrownBy(() -> watch.around(trial(0))).isInstanceOf(SharedServiceException.class);
    }

    @Test
    void aStrangerWhoResetsDuringATrialIsNoticed() {
        assertThatThrownBy(() -> watch.around(() -> {
                    var whole = trial(0).run();
                    service.resetByStranger();
                    return result(whole.measurement(), service.address());
                }))
                .isInstanceOf(SharedServiceException.class)
                .hasMessageContaining("it counted 0 requests, and the trial read 50 answers; another session resets");
    }

    @Test
    void requestsThatATrialGaveUpMayBeAnsweredLater() throws Exception {
        watch.around(trial(2));
        service.answerStranger(2); // the trial's own
        watch.around(trial(0));
        service.answerStranger(1);
        assertThatThrownBy(() -> watch.around(trial(0))).isInstanceOf(SharedServiceException.class);
    }

    @Test
    void aRequestThatATrialGaveUpIsAnsweredLaterOnceOnly() throws Exception {
        watch.around(() -> {
            var result = trial(1).run();
            service.answerStranger(1); // the trial's own
            return result;
        });
        service.answerStranger(1);
        assertThatThrownBy(() -> watch.around(trial(0))).isInstanceOf(SharedServiceException.class);
    }

    @Test
    void whatAFailedTrialCalledIsNotKnown() throws Exception {
        watch.around(() -> {
            service.answerStranger(7);
            return SampleTrial.batch(1).failed().of(ID, new Ceiling(1, 1));
        });
        watch.around(trial(0));
    }

    @Test
    void aServiceThatAnotherSessionHoldsIsRefusedInOneLine() {
        service.hold("another session holds this service for 87 s more");
        assertThatThrownBy(() -> RemoteService.answering(service.address()))
                .isInstanceOf(SharedServiceException.class)
                .hasMessage(
                        "somebody else uses the service at %s: another session holds this service for 87 s more",
                        service.address());
    }

    @Test
    void theModelsSpeakPlainHttp() {
        assertThatThrownBy(() -> RemoteService.answering(URI.create("https://127.0.0.1:9")))
                .isInstanceOf(IOException.class)
                .hasMessage("the models call the service by plain http, found https://127.0.0.1:9");
    }

    /** A trial that resets, calls, and reads the counts. */
    private WatchedTrial trial(int unfinished) {
        return () -> {
            new ServiceStatsClient(service.address()).reset();
            for (int i = 0; i < CALLS; i++) {
                call(service.address());
            }
            var made = SampleTrial.batch(1).unfinished(unfinished).of(ID, new Ceiling(1, 1));
            return result(made.measurement().map(ServiceWatchTest::reading), service.address());
        };
    }

    private static Measurement reading(Measurement made) {
        return new Measurement(
                made.id(),
                made.model(),
                made.window(),
                made.classes(),
                new Measurement.Totals(CALLS, CALLS * 128, Optional.empty(), Map.of()),
                Optional.empty());
    }

    private static Result result(Optional<Measurement> measurement, URI address)
            throws IOException, InterruptedException {
        var counts = new ServiceStatsClient(address).counts();
        var outside = new Result.Outside(Optional.empty(), 1, Optional.empty(), Optional.of(counts), SampleTrial.QUIET);
        return new Result(Result.FORMAT, ID, measurement, Optional.empty(), outside);
    }

    private static void call(URI address) {
        try (var http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(URI.create(address + "/call?delay=0ms&bytes=128&key=00000000000003e8"))
                            .version(HttpClient.Version.HTTP_1_1)
                            .build(),
                    BodyHandlers.discarding());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

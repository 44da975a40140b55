package dev.joust.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test checks that its connection still serves requests after the refusal. */
@QuarkusTest
class RefusalsTest {
    @TestHTTPResource
    URL service;

    private Wire wire;

    @BeforeEach
    void connect() throws IOException {
        wire = new Wire(service.getPort());
    }

    @AfterEach
    void theConnectionStillServes() throws IOException {
        assertThat(wire.get("/call?key=" + Vectors.KEY).text()).isEqualTo(Vectors.START);
        wire.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /call | key must be given as 16 lower-case hex digits, for example key=00000000000003e8
        /call? | key must be given as 16 lower-case hex digits, for example key=00000000000003e8
        /stream?bytes=1 | key must be given as 16 lower-case hex digits, for example key=00000000000003e8
        /call?key | key must be exactly 16 lower-case hex digits: key=
        /call?key=3e8 | key must be exactly 16 lower-case hex digits: key=3e8
        /call?key=00000000000003E8 | key must be exactly 16 lower-case hex digits: key=00000000000003E8
        /call?key=00000000000003g8 | key must be exactly 16 lower-case hex digits: key=00000000000003g8
        /stream?key=00000000000003e80 | key must be exactly 16 lower-case hex digits: key=00000000000003e80
        /call?key=%0d%0aset-cookie:%20a | key must be exactly 16 lower-case hex digits: key=??set-cookie: a
        /call?key=%F0%9F%98%80 | key must be exactly 16 lower-case hex digits: key=?
        /call?key=KEY&delay=20 | delay must be a duration with a unit (ns, us, ms, s), for example 20ms: delay=20
        /call?key=KEY&delay=-1ms | delay must be a duration with a unit (ns, us, ms, s), for example 20ms: delay=-1ms
        /call?key=KEY&delay=61s | delay must be from 0s to 60s: delay=61s
        /call?key=KEY&bytes=16777217 | bytes must be a whole number from 0 to 16777216: bytes=16777217
        /call?key=KEY&bytes=-1 | bytes must be a whole number from 0 to 16777216: bytes=-1
        /call?key=KEY&bytes= | bytes must be a whole number from 0 to 16777216: bytes=
        /stream?key=KEY&bytes=1073741825 | bytes must be a whole number from 0 to 1073741824: bytes=1073741825
        /stream?key=KEY&bytes=1k | bytes must be a whole number from 0 to 1073741824: bytes=1k
        /call?delai=20ms | unknown parameter 'delai'; known: delay, bytes, key
        /stream?delay=20ms | unknown parameter 'delay'; known: bytes, key
        /call?key=KEY&key=KEY | key must be given once only: key=KEY
        """)
    void aBadParameterGetsOneSentence(String target, String sentence) throws Exception {
        refused(wire.get(target.replace("KEY", Vectors.KEY)), 400, sentence.replace("KEY", Vectors.KEY));
    }

    @Test
    void aVeryLongQueryGetsAShortSentence() throws Exception {
        refused(
                wire.get("/call?key=" + "a".repeat(15_000)),
                400,
                "key must be exactly 16 lower-case hex digits: key=" + "a".repeat(40) + "...");
    }

    @Test
    void aQueryAboveTheLineLimitIsRefusedByTheServer() throws Exception {
        try (Wire another = new Wire(service.getPort())) {
            assertThat(another.get("/call?key=" + "a".repeat(20_000)).status()).isEqualTo(414);
        }
    }

    @ParameterizedTest
    @CsvSource({"/", "/calls", "/call/", "/stats/", "/q/dev", "/q/health/well"})
    void anUnknownPathGetsOneSentence(String path) throws Exception {
        refused(wire.get(path), 404, "nothing is at " + path + "; try /call, /stream or /stats");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /call, GET",
        "PUT, /call, GET",
        "DELETE, /stream, GET",
        "POST, /stats, GET",
        "GET, /stats/reset, POST",
        "POST, /q/health/live, GET"
    })
    void aWrongMethodGetsOneSentence(String method, String path, String allowed) throws Exception {
        Wire.WireResponse answer = wire.ask(method, path);
        refused(answer, 405, path + " takes " + allowed + " only: " + method);
        assertThat(answer.headers()).containsEntry("allow", allowed);
    }

    @Test
    void headIsAWrongMethodAndGetsNoBody() throws Exception {
        Wire.WireResponse answer = wire.ask("HEAD", "/call?key=" + Vectors.KEY);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("allow", "GET");
    }

    @Test
    void anUnexpectedBodyIsSkipped() throws Exception {
        wire.send("POST", "/call?key=" + Vectors.KEY, "x".repeat(100_000));
        refused(wire.answer("POST"), 405, "/call takes GET only: POST");
    }

    private static void refused(Wire.WireResponse answer, int status, String sentence) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers()).containsEntry("content-type", "text/plain");
        assertThat(answer.text()).isEqualTo(sentence);
    }
}

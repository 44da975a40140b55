package dev.joust.contract;

// past 250 lines: each promise is one test, and all of them share the server and the client

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.joust.scenario.WorkClass;
import dev.joust.trial.Digest;
import dev.joust.trial.FrontDoor;
import dev.joust.trial.Models;
import dev.joust.trial.Oracle;
import dev.joust.trial.Setup;
import dev.joust.trial.UnitRequests;
import dev.joust.trial.UnitServer;
import dev.joust.trial.Work;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract of every model that is a server. The test of each extends this class. Requests come from the JDK's own
 * client, or byte by byte over a socket, so that nothing of the load generator is believed.
 *
 * <p>No test expects anything to be fast. The patience limits each wait.
 */
@Isolated("it looks for threads and processes that a server leaves behind")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServerContract {
    private static final int CONNECTIONS = 16;
    private static final int BACKLOG = 128;
    private static final Duration HEAD_LIMIT = Duration.ofSeconds(2);
    private static final int OK = 200;
    private static final int FAILED = 500;

    /** The class of work whose unit calls the service. */
    private static final String CALLING = "call";

    private final String name;
    private final Map<String, String> options;
    private final Duration patience = Duration.ofSeconds(20);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience)
            .build();

    private StubService stub;
    private Setup setup;
    private Oracle oracle;
    private UnitServer shared;

    /** The contract of the model with this name, without options. */
    protected ServerContract(String name) {
        this(name, Map.of());
    }

    /** The contract of the model with this name and these options. */
    protected ServerContract(String name, Map<String, String> options) {
        this.name = name;
        this.options = options;
    }

    @BeforeAll
    final void begin(@TempDir Path scratch) throws IOException {
        stub = StubService.started();
        var body = SampleWork.body(scratch);
        oracle = new Oracle(body);
        setup = new Setup(stub.address(), ContractFixture.CORES, CONNECTIONS, body, options);
        shared = serve();
    }

    @AfterEach
    final void repair() {
        stub.misbehave(Fault.NONE);
        stub.hold().open();
    }

    @AfterAll
    final void end() throws IOException {
        client.close();
        if (shared != null) {
            shared.close();
        }
        stub.close();
    }

    private UnitServer serve() throws IOException {
        var classes = SampleWork.kinds().entrySet().stream()
                .filter(kind -> runs(kind.getKey()))
                .map(kind -> new WorkClass(kind.getKey(), 1, kind.getValue()))
                .toList();
        var loopback = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
        return serve(setup, new FrontDoor(loopback, BACKLOG, CONNECTIONS, HEAD_LIMIT, new UnitRequests(classes)));
    }

    /** Starts the model: in this process, unless it is one of another runtime. */
    protected UnitServer serve(Setup given, FrontDoor door) throws IOException {
        var model = Models.load().named(name);
        assertThat(model.serves()).isTrue();
        return model.serve(given, door);
    }

    /** Whether the model has this kind of work. */
    protected boolean runs(String kind) {
        return true;
    }

    /** Whether it closes a connection that sends the head of a request byte by byte; a framework may leave it open. */
    protected boolean cutsOffSlowHeads() {
        return true;
    }

    @Test
    final void itListensWhereItIsTold() {
        assertThat(shared.address().getAddress().isLoopbackAddress()).isTrue();
        int port = shared.address().getPort();
        assertThat(port).isPositive();
        assertThatThrownBy(() -> new Socket("127.0.0.2", port).close())
                .as("it listens on that address alone")
                .isInstanceOf(ConnectException.class);
    }

    @ParameterizedTest
    @MethodSource("dev.joust.contract.SampleWork#kindNames")
    final void everyUnitIsAnsweredWithItsDigest(String kind) throws Exception {
        assumeTrue(runs(kind), "the model has no such work");
        var work = unit(kind);
        var answer = get(UnitRequests.target(work));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(OK);
        assertThat(answer.body().strip()).isEqualTo(Digest.key(oracle.digest(work)));
        assertThat(answer.headers().firstValue("content-type").orElseThrow())
                .isEqualToIgnoringCase(UnitRequests.CONTENT_TYPE);
    }

    @Test
    final void requestsAtOnceGetTheirOwnAnswers() throws Exception {
        var units = IntStream.range(0, 4 * CONNECTIONS)
                .mapToObj(i -> unit(i % 3 == 0 ? "compute mix" : i % 3 == 1 ? CALLING : "sleep"))
                .toList();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (var work : units) {
            answers.add(client.sendAsync(request(UnitRequests.target(work)), HttpResponse.BodyHandlers.ofString()));
        }
        for (int i = 0; i < units.size(); i++) {
            assertThat(answers.get(i).get().body().strip()).isEqualTo(Digest.key(oracle.digest(units.get(i))));
        }
    }

    @Test
    final void aConnectionServesOneRequestAfterTheOther() throws Exception {
        try (var socket = connect()) {
            for (int i = 0; i < 3; i++) {
                var work = unit("compute mix");
                socket.send("GET " + path(work) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(socket.answer())
                        .startsWith("HTTP/1.1 200 ")
                        .endsWith(Digest.key(oracle.digest(work)) + "\n");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 404, known: /units/CLASS/N",
        "GET, /units/no-such-class/1, 404, no such class of work; known: no steps",
        "GET, /units/call/-1, 400, a unit's number is a whole number",
        "GET, /units/call/18446744073709551616, 400, a unit's number is a whole number",
        "GET, /units/call/+1, 400, a unit's number is a whole number",
        "GET, /units/call/one, 400, a unit's number is a whole number",
        "POST, /units/call/1, 405, only GET is known"
    })
    final void aRequestForNothingThatThereIsIsRefused(String method, String target, int status, String reason)
            throws Exception {
        var request = HttpRequest.newBuilder(at(target))
                .timeout(patience)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(status);
        if (!routes() || target.startsWith("/units/") && method.equals("GET")) {
            assertThat(answer.body()).contains(reason);
        }
        if (!routes() && status == UnitRequests.NOT_ALLOWED) {
            assertThat(answer.headers().firstValue("allow")).contains("GET");
        }
        assertAnswers();
    }

    @Test
    final void aUnitThatFailsIsAnsweredWithTheReason() throws Exception {
        stub.misbehave(Fault.ERROR);
        var answer = get(UnitRequests.target(unit(CALLING)));
        assertThat(answer.statusCode()).isEqualTo(FAILED);
        assertThat(answer.body()).startsWith("the unit failed: ").hasLineCount(1);
    }

    /** A refusal or a closed connection, but no hang. */
    @Test
    final void aRequestLineOfAMegabyteIsRefused() throws Exception {
        try (var socket = connect()) {
            try {
                socket.send("GET /units/call/" + "1".repeat(1 << 20));
                assertThat(socket.answer()).matches("(?s)(HTTP/1\\.[01] 4\\d\\d .*)?");
            } catch (SocketException e) { // no timeout, which is another exception
                assertThat(e).as("the connection was reset").isNotNull();
            }
        }
        assertAnswers();
    }

    /** Each unit with its own answer: the body is read as one, or the connection ends after the first answer. */
    @Test
    final void aBodyIsNoSecondRequest() throws Exception {
        var outer = unit("compute mix");
        var body = "GET " + path(unit("no steps")) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (var socket = connect()) {
            socket.send("GET " + path(outer) + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body);
            assertThat(socket.answer()).startsWith("HTTP/1.1 200 ").endsWith(Digest.key(oracle.digest(outer)) + "\n");
            assertThat(nextAnswer(socket, outer)).isIn("", Digest.key(oracle.digest(outer)));
        }
    }

    /** The digest that the same connection answers to one more request, empty where it has ended. */
    private String nextAnswer(HttpSocket socket, Work work) throws IOException {
        try {
            socket.send("GET " + path(work) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            return socket.answer().lines().reduce("", (_, line) -> line);
        } catch (SocketException e) {
            return "";
        }
    }

    @Test
    final void aClientThatSendsItsRequestByteByByteIsCutOff() throws Exception {
        try (var socket = connect()) {
            socket.send("GET /units/call/1 HTTP/1.1\r\n");
            if (cutsOffSlowHeads()) {
                await().pollInterval(Duration.ofMillis(100)).atMost(patience).until(() -> !socket.accepts("x"));
            }
            assertAnswers();
        }
        assertAnswers();
    }

    /** An answer or a closed connection within the limit, but no hang. */
    @Test
    final void aBodyThatNeverComesHoldsNothing() throws Exception {
        try (var socket = connect()) {
            socket.send("POST " + path(unit("no steps")) + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n");
            if (cutsOffSlowHeads()) {
                socket.awaitEnd();
            }
        }
        assertAnswers();
    }

    @Test
    final void clientsThatSayNothingKeepNobodyOut() throws Exception {
        List<HttpSocket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < BACKLOG / 2; i++) {
                silent.add(connect());
            }
            assertAnswers();
        } finally {
            for (var socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    final void aClientThatGoesAwayBeforeItsAnswerDisturbsNobody() throws Exception {
        for (int i = 0; i < CONNECTIONS; i++) {
            try (var socket = connect()) {
                socket.send("GET " + path(unit("sleep")) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            }
        }
        assertAnswers();
    }

    @Test
    final void closeEndsEverythingAndThePort() throws Exception {
        var before = Leftovers.before();
        InetSocketAddress address;
        try (var server = serve()) {
            address = server.address();
            try (var socket = connect(server)) {
                socket.send("GET " + path(unit(CALLING)) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(socket.answer()).startsWith("HTTP/1.1 200 ");
            }
        }
        await().pollInSameThread()
                .atMost(patience)
                .untilAsserted(() -> assertThat(before.now()).as("left behind").isEmpty());
        assertThatThrownBy(() -> new Socket(address.getAddress(), address.getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    /** Whether a router of its own refuses what no endpoint answers, in its own words. */
    protected boolean routes() {
        return false;
    }

    /** Whether it tells how many connections it has accepted. */
    protected boolean countsConnections() {
        return true;
    }

    @Test
    final void itCountsConnections() throws Exception {
        assumeTrue(countsConnections(), "it does not count them");
        try (var server = serve()) {
            for (int i = 0; i < 2; i++) {
                try (var socket = connect(server)) {
                    for (int request = 0; request < 2; request++) {
                        socket.send("GET " + path(unit("no steps")) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
                        socket.answer();
                    }
                }
            }
            assertThat(server.counters())
                    .containsEntry("connections-accepted", 2.0)
                    .containsEntry("requests-answered", 4.0);
        }
    }

    private static Work unit(String kind) {
        var sample = SampleWork.of(SampleWork.kinds().get(kind));
        return new Work(kind, sample.seed(), sample.steps());
    }

    private void assertAnswers() throws Exception {
        var work = unit("compute mix");
        assertThat(get(UnitRequests.target(work)).body().strip()).isEqualTo(Digest.key(oracle.digest(work)));
    }

    private HttpResponse<String> get(String target) throws Exception {
        return client.send(request(target), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String target) {
        return HttpRequest.newBuilder(at(target)).timeout(patience).build();
    }

    private String path(Work work) {
        return shared.base() + UnitRequests.target(work);
    }

    private URI at(String target) {
        return URI.create("http://127.0.0.1:" + shared.address().getPort() + shared.base() + target);
    }

    private HttpSocket connect() throws IOException {
        return connect(shared);
    }

    private HttpSocket connect(UnitServer server) throws IOException {
        return new HttpSocket(server.address(), patience);
    }
}

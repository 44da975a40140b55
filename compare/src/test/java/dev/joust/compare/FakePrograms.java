package dev.joust.compare;

import dev.joust.compare.plan.JvmCommand;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.TrialMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/**
 * Writes programs of {@link FakeRuntime}: one that follows the trial protocol, and others that break it.
 *
 * @param folder of the programs
 */
public record FakePrograms(Path folder) {
    /** Answers a calibration, or reads the message that starts a trial. */
    private static final String CALIBRATES = """
            read -r order
            case "$order" in
            *calibrate*) echo '{"type":"calibration","calibration":{"unitsPerMilli":{"mix":1000.0}}}'; exit 0 ;;
            esac
            """;

    private static final String SERVER = """
            import json, os, socket, sys, threading, time
            MASK = (1 << 64) - 1
            FAULT = "%s"
            answered = 0
            def digest(z):
                z = (z + 0x9E3779B97F4A7C15) & MASK
                z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
                z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
                return z ^ (z >> 31)
            def serve(connection):
                global answered
                stream = connection.makefile("rb")
                while True:
                    head = stream.readline()
                    while stream.readline().strip():
                        pass
                    if not head:
                        return
                    answered += 1
                    if answered > 20 and FAULT == "dies":
                        os._exit(9)
                    if answered > 20 and FAULT == "mute":
                        time.sleep(3600)
                    seed = int(head.split()[1].rsplit(b"/", 1)[1])
                    text = "%%016x\\n" %% digest(seed + (answered > 20 and FAULT == "wrong"))
                    head = "HTTP/1.1 200 OK\\r\\nContent-Length: %%d\\r\\n\\r\\n" %% len(text)
                    connection.sendall((head + text).encode())
            def accept(listening):
                while True:
                    if answered > 20 and FAULT == "deaf":
                        time.sleep(3600)
                    threading.Thread(target=serve, args=listening.accept()[:1], daemon=True).start()
            def say(**message):
                print(json.dumps(message), flush=True)
            order = json.loads(sys.stdin.readline())
            if order["type"] == "calibrate":
                say(type="calibration", calibration={"unitsPerMilli": {"mix": 1000.0}})
                sys.exit(0)
            listening = socket.create_server(("127.0.0.1", 0), backlog=1)
            threading.Thread(target=accept, args=(listening,), daemon=True).start()
            say(type="serving", port=listening.getsockname()[1], base="")
            for line in sys.stdin:
                if json.loads(line)["type"] == "mark":
                    say(type="marked")
                else:
                    say(type="served", counters={"answers": answered}, model={"name": "fake-threads",
                        "runtime": "Fake 1.0", "slots": 4, "ceiling": {"computing": 4, "waiting": 4}})
                    break
            """;

    /** A JVM without a compiler, which stands for another language. */
    Path good() throws IOException {
        var services = Files.createDirectories(folder.resolve("fake/META-INF/services"));
        Files.writeString(services.resolve(ConcurrencyModel.class.getName()), FakeModel.class.getName());
        return program(
                "good",
                String.format(
                        Locale.ROOT,
                        "exec '%s' -Xint -cp '%s:%s' %s",
                        JvmCommand.java(),
                        folder.resolve("fake"),
                        System.getProperty("java.class.path"),
                        TrialMain.class.getName()));
    }

    /** Answers a calibration, and is killed in the middle of each trial. */
    public Path killed() throws IOException {
        return program("killed", CALIBRATES + """
                echo '{"type":"hello","runtime":"Fake 1.0","pid":1}'
                echo '{"type":"window","start":true}'
                kill -9 $$
                """);
    }

    /** Answers a calibration, and prints a line that is no message. */
    public Path rubbish() throws IOException {
        return program("rubbish", CALIBRATES + "echo 'Traceback (most recent call last):'");
    }

    /**
     * A server in Python of units that sleep for no time. From the twentieth answer on it has this fault: {@code wrong}
     * answers, {@code dies}, {@code mute} to requests, or {@code deaf} to new connections.
     */
    Path serving(String fault) throws IOException {
        var file = Files.writeString(
                folder.resolve(fault),
                "#!/usr/bin/env python3\n# Fake 1.0\n" + String.format(Locale.ROOT, SERVER, fault));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /** Writes a program of this name with these lines. */
    public Path program(String name, String lines) throws IOException {
        var file = Files.writeString(folder.resolve(name), "#!/bin/sh\n# Fake 1.0\n" + lines + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}

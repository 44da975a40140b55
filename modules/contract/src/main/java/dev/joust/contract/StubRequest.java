package dev.joust.contract;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One HTTP/1.1 request, parsed as far as the stub needs it. */
record StubRequest(String method, String path, String query, boolean last) {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");
    private static final Pattern DELAY = Pattern.compile("(\\d{1,12})(ns|us|ms|s)");
    private static final Map<String, Long> NANOS =
            Map.of("ns", 1L, "us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L);

    /** Reads the next request of a connection and skips its body; empty at the end of the connection. */
    static Optional<StubRequest> read(InputStream in) throws IOException {
        var first = line(in);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        boolean last = false;
        long body = 0;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            var value = header.substring(colon + 1).strip();
            switch (header.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT)) {
                case "content-length" -> body = Long.parseLong(value);
                case "connection" -> last = value.equalsIgnoreCase("close");
                default -> {}
            }
        }
        in.skipNBytes(body);
        var words = first.split(" ");
        if (words.length != 3) {
            throw new IOException("not a request: " + first);
        }
        var target = words[1].split("\\?", 2);
        return Optional.of(new StubRequest(words[0], target[0], target.length == 2 ? target[1] : "", last));
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                if (line.isEmpty()) {
                    return "";
                }
                throw new EOFException("the connection ended within a line");
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    /**
     * The parameters, by the rules of the real service.
     *
     * @throws IllegalArgumentException when one is unknown, missing, repeated or out of range
     */
    Parameters parameters(List<String> known, long mostBytes) {
        Map<String, String> values = new LinkedHashMap<>();
        for (var pair : query.isEmpty() ? new String[0] : query.split("&")) {
            var parts = pair.split("=", 2);
            require(known.contains(parts[0]), "unknown parameter '" + parts[0] + "'; known: " + known);
            require(values.put(parts[0], parts.length == 2 ? parts[1] : "") == null, parts[0] + " is given twice");
        }
        var key = values.getOrDefault("key", "");
        require(KEY.matcher(key).matches(), "key must be 16 lower-case hex digits: " + key);
        var bytes = values.getOrDefault("bytes", known.contains("delay") ? "128" : "262144");
        require(
                NUMBER.matcher(bytes).matches() && Long.parseLong(bytes) <= mostBytes,
                "bytes must be from 0 to " + mostBytes + ": " + bytes);
        var delay = DELAY.matcher(values.getOrDefault("delay", "0s"));
        require(delay.matches(), "delay must be a duration with a unit: " + values.get("delay"));
        long unit = NANOS.get(delay.group(2));
        require(Long.parseLong(delay.group(1)) <= 60_000_000_000L / unit, "delay must be from 0s to 60s");
        return new Parameters(
                Long.parseUnsignedLong(key, 16), Long.parseLong(bytes), Long.parseLong(delay.group(1)) * unit);
    }

    private static void require(boolean good, String complaint) {
        if (!good) {
            throw new IllegalArgumentException(complaint);
        }
    }

    record Parameters(long key, long bytes, long delayNanos) {}
}

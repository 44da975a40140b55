package dev.joust.scenario;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads recorded arrivals: a file with one arrival per line, {@code seconds} from the start of the window, or
 * {@code seconds,class}. The first line may be a header of these words.
 */
final class RecordedArrivals {
    private static final int MAX_BYTES = 8_000_000;
    private static final int NANO_DIGITS = 9;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}(\\.\\d{1,18})?([eE][-+]?\\d{1,2})?");
    private static final Pattern HEADER = Pattern.compile("seconds(\\s*,\\s*class)?");
    private static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(Language.MAX_WINDOW.toSeconds());

    private final String file;
    private final Map<String, List<Long>> nanos = new LinkedHashMap<>();
    private int number;
    private int arrivals;
    private long last;

    private RecordedArrivals(String file, List<WorkClass> classes) {
        this.file = file;
        classes.forEach(type -> nanos.put(type.name(), new ArrayList<>()));
    }

    /**
     * Reads a file that lies beside a scenario.
     *
     * @param name its name, as the scenario gives it
     */
    static Arrivals.Recorded read(Value name, Path scenario, List<WorkClass> classes) {
        try {
            var file = scenario.resolveSibling(name.text());
            if (!Files.exists(file)) {
                throw name.bad(String.format(Locale.ROOT, "recorded arrivals: there is no file %s", file));
            }
            if (!Files.isRegularFile(file)) { // reading a pipe or a device may never end
                throw name.bad(String.format(Locale.ROOT, "recorded arrivals: %s is no regular file", file));
            }
            return parse(file.toString(), text(name, file), classes);
        } catch (InvalidPathException e) {
            throw name.bad(String.format(Locale.ROOT, "recorded arrivals: '%s' is no name of a file", name.text()));
        } catch (CharacterCodingException e) {
            throw name.bad(String.format(Locale.ROOT, "recorded arrivals: '%s' is not UTF-8 text", name.text()));
        } catch (IOException e) {
            throw name.bad(String.format(Locale.ROOT, "recorded arrivals cannot be read: %s", e.getMessage()));
        }
    }

    private static String text(Value name, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw name.bad(String.format(
                        Locale.ROOT, "recorded arrivals have at most %d bytes, '%s' has more", MAX_BYTES, file));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }

    /**
     * Reads the text of such a file.
     *
     * @param file the name that complaints show
     */
    static Arrivals.Recorded parse(String file, String text, List<WorkClass> classes) {
        var reader = new RecordedArrivals(file, classes);
        text.replaceFirst("^\ufeff", "").lines().forEach(reader::line);
        if (reader.arrivals == 0) {
            reader.number = 1;
            throw reader.bad("the file has no arrival; known: a line per arrival, 'seconds' or 'seconds,class'");
        }
        return new Arrivals.Recorded(reader.nanos);
    }

    private void line(String text) {
        number++;
        var line = text.strip();
        if (line.isEmpty() || number == 1 && HEADER.matcher(line).matches()) {
            return;
        }
        if (++arrivals > OpenLoadBounds.MAX_RECORDED) {
            throw bad(String.format(Locale.ROOT, "more than %d arrivals", OpenLoadBounds.MAX_RECORDED));
        }
        var fields = line.split(",", -1);
        if (fields.length > 2) {
            throw bad(String.format(Locale.ROOT, "an arrival is 'seconds' or 'seconds,class', found '%s'", line));
        }
        of(fields).add(instant(fields[0].strip()));
    }

    private List<Long> of(String[] fields) {
        if (fields.length == 2) {
            var name = fields[1].strip();
            if (!nanos.containsKey(name)) {
                throw bad(String.format(Locale.ROOT, "unknown work '%s'; known: %s", name, names()));
            }
            return nanos.get(name);
        }
        if (nanos.size() > 1) {
            throw bad("there are several classes of work, so an arrival is 'seconds,class'; known: " + names());
        }
        return nanos.values().iterator().next();
    }

    private String names() {
        return String.join(", ", nanos.keySet());
    }

    private long instant(String text) {
        if (!SECONDS.matcher(text).matches()) {
            throw bad(String.format(
                    Locale.ROOT, "an arrival is in seconds from the start, for example 1.25, found '%s'", text));
        }
        var seconds = new BigDecimal(text);
        if (seconds.compareTo(MAX_SECONDS) >= 0) {
            throw bad(String.format(
                    Locale.ROOT, "an arrival is at 0 to %s seconds from the start, found '%s'", MAX_SECONDS, text));
        }
        long instant = seconds.movePointRight(NANO_DIGITS).longValue();
        if (instant < last) {
            throw bad(String.format(
                    Locale.ROOT,
                    "arrivals must ascend, found '%s' after %s",
                    text,
                    BigDecimal.valueOf(last, NANO_DIGITS).stripTrailingZeros().toPlainString()));
        }
        last = instant;
        return instant;
    }

    private BadScenarioException bad(String complaint) {
        return new BadScenarioException(file + ":" + number + ": " + complaint);
    }
}

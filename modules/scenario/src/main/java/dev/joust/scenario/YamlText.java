package dev.joust.scenario;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a YAML file of one kind into nodes.
 *
 * @param kind what messages call such a file
 * @param needs what an empty file is told
 */
record YamlText(String kind, String needs) {
    /** The longest of Joust's own files has less than 4 kB. */
    private static final int MAX_BYTES = 1 << 20;

    /** The text of a file. It reads no more than the limit, since a path may name a device without an end. */
    String read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw bad("%s:1: a %s has at most %d bytes, this one has more", file, kind, MAX_BYTES);
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw bad("%s:1: not YAML: the file is not UTF-8 text", file);
        } catch (IOException e) {
            throw bad("%s: cannot be read: %s", file, e.getMessage());
        }
    }

    /**
     * The whole file as a value.
     *
     * @param file the name that complaints show
     */
    Value root(String file, String text) {
        return new Value(file, kind, compose(file, text));
    }

    private Node compose(String file, String text) {
        Optional<Node> node;
        try {
            var settings = LoadSettings.builder().setLabel(file).build();
            NestingLimit.check(settings, text);
            node = new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(1);
            var hint = text.lines().skip(line - 1).findFirst().map(ArrivalsReader::hint);
            throw bad("%s:%s: not YAML: %s%s", file, line, e.getProblem(), hint.orElse(""));
        } catch (YamlEngineException | IllegalArgumentException e) { // the latter from a tag that decodes to a blank
            throw bad(
                    "%s:1: not YAML: %s",
                    file, e.getMessage().lines().findFirst().orElse(""));
        }
        return node.orElseThrow(() -> bad("%s:1: the file is empty; %s", file, needs));
    }

    private static BadScenarioException bad(String form, Object... values) {
        return new BadScenarioException(String.format(Locale.ROOT, form, values));
    }
}

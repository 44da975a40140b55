package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * One word, one meaning: a simple name stands for one type in the whole project, nested types and tests included. The
 * names that still stand for several are listed, and the list may only shrink.
 */
final class SimpleNamesTest {
    private static final String LIST = "shared-simple-names.txt";

    @Test
    void noSimpleNameThatIsNotListedStandsForTwoTypes() throws IOException {
        var shared = shared(SourceTree.files(".java"));
        shared.keySet().removeAll(listed());
        assertThat(shared).as("names of several types: rename all but one").isEmpty();
    }

    @Test
    void everyListedNameStillStandsForTwoTypes() throws IOException {
        var gone = new TreeSet<>(listed());
        gone.removeAll(shared(SourceTree.files(".java")).keySet());
        assertThat(gone)
                .as("names of one type by now: remove it from the list %s", LIST)
                .isEmpty();
    }

    @Test
    void aNameOfTwoTypesIsFoundWithItsPlaces() throws IOException {
        var place = SourceTree.top().resolve("compare/src/test/resources/dev/joust/compare/simple-names");
        assertThat(shared(List.of(place.resolve("First.txt"), place.resolve("Second.txt"))))
                .isEqualTo(Map.of("Shared", List.of("First.txt: First.Shared", "Second.txt: Shared")));
    }

    /** The simple names of several types, with the places of the types. */
    private static Map<String, List<String>> shared(List<Path> files) throws IOException {
        Map<String, List<String>> places = new TreeMap<>();
        for (var unit : parsed(files)) {
            var file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
            unit.getTypeDecls().forEach(type -> collect(type, file + ": ", places));
        }
        places.values().removeIf(each -> each.size() == 1);
        return places;
    }

    private static void collect(Tree member, String before, Map<String, List<String>> places) {
        if (member instanceof ClassTree type) {
            var name = type.getSimpleName().toString();
            places.computeIfAbsent(name, n -> new ArrayList<>()).add(before + name);
            type.getMembers().forEach(inner -> collect(inner, before + name + ".", places));
        }
    }

    private static Iterable<? extends CompilationUnitTree> parsed(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.stream().map(TextSource::new).toList();
            var task = (JavacTask) compiler.getTask(new StringWriter(), manager, null, List.of(), null, sources);
            return task.parse();
        }
    }

    private static Set<String> listed() throws IOException {
        try (var list = SimpleNamesTest.class.getResourceAsStream(LIST)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}

package dev.joust.compare.export;

import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.session.Session;
import dev.joust.scenario.Arm;
import dev.joust.scenario.PrintableText;
import java.util.List;
import java.util.Map;

/**
 * The runtime of an arm's trials, as JMH names a JVM. A session leaves out the path of its programs, because sessions
 * are shared; {@code jvm} is the name of the program.
 *
 * @param name and vendor
 * @param jdkVersion without the build
 */
record JmhRuntime(String jvm, List<String> jvmArgs, String name, String version, String jdkVersion) {

    /** @param reported what a trial said of its runtime: {@code Eclipse Adoptium 25.0.3+9-LTS} */
    static JmhRuntime of(Session session, Arm arm, String reported) {
        var text = PrintableText.line(reported).strip();
        int blank = text.lastIndexOf(' ');
        var version = text.substring(blank + 1);
        var other = RuntimeStatus.running(arm, session.instrument().runtimes()).map(Map.Entry::getKey);
        return new JmhRuntime(
                PrintableText.line(other.orElse("java")),
                other.isPresent()
                        ? List.of()
                        : session.machine().flags().stream()
                                .map(PrintableText::line)
                                .toList(),
                blank < 0 ? "" : text.substring(0, blank),
                version,
                version.replaceFirst("[+-].*", ""));
    }
}

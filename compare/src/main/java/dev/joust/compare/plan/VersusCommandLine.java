package dev.joust.compare.plan;

import dev.joust.scenario.Arm;
import dev.joust.scenario.ArmRuntime;
import dev.joust.scenario.Claim;
import dev.joust.scenario.Scenario;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command of {@code joust versus} that runs a scenario of its own again. */
public final class VersusCommandLine {
    private static final Pattern PLAIN = Pattern.compile("[\\w=./,:+-]+");

    private VersusCommandLine() {}

    /** The command without the options of controls; empty where the scenario is none of {@code joust versus}. */
    public static Optional<String> of(Profile profile, long seed, Scenario scenario) {
        return scenario.judging().claims().stream()
                .filter(claim -> claim.versus().relation() instanceof Claim.KeepsUp)
                .findFirst()
                .map(claim -> String.format(
                        Locale.ROOT,
                        "./joust versus %s %s --scenario %s --model %s --seed %d%s",
                        quoted(spec(scenario.arm(claim.versus().other()))),
                        quoted(spec(scenario.arm(claim.versus().arm()))),
                        quoted(claim.declared().file()),
                        scenario.arm(claim.versus().arm()).model(),
                        seed,
                        profile == Profile.FULL ? "" : " --profile " + profile.label()));
    }

    /** What an arm runs on and its options, as {@code joust versus} takes them. */
    public static String spec(Arm arm) {
        var runtime = arm.runtime().map(ArmRuntime::toString).stream();
        var options = new TreeMap<>(arm.options())
                .entrySet().stream().map(option -> "option." + option.getKey() + "=" + option.getValue());
        var text = Stream.concat(runtime, options).collect(Collectors.joining(","));
        return text.isEmpty() ? "base" : text;
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}

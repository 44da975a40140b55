package dev.joust.scenario;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Refuses the forms that the language no longer has, and says what each is now. It runs before every other check.
 */
final class FormerForms {
    private static final Pattern FACTOR = Pattern.compile(".*\\s(by\\s+\\d+(?:\\.\\d+)?)");
    private static final Pattern SHARE = Pattern.compile(".*\\s(within\\s+(\\d+(?:\\.\\d+)?))");

    private FormerForms() {}

    /**
     * Checks a whole file.
     *
     * @throws BadScenarioException for the first former form
     */
    static void refuse(Value file) {
        at(file, "cores").ifPresent(cores -> {
            throw cores.bad(String.format(Locale.ROOT, "'cores' is now 'needs: {cores: %s}'", cores.text()));
        });
        entries(file, "models").forEach(FormerForms::refuseInModel);
        entries(file, "claims").forEach(FormerForms::refuseInClaim);
        at(file, "control").ifPresent(FormerForms::refuseInControl);
    }

    private static void refuseInModel(Value model) {
        at(model, "work").ifPresent(work -> {
            throw work.bad(String.format(Locale.ROOT, "'work' of a model is now 'cpuFactor: %s'", work.text()));
        });
        at(model, "inFlight").filter(Value::isMapping).ifPresent(inFlight -> {
            var without = inFlight.section().entries().entrySet().stream()
                    .filter(entry -> entry.getValue().isScalar()
                            && entry.getValue().text().equals("0"))
                    .map(entry -> entry.getKey())
                    .toList();
            if (!without.isEmpty()) {
                throw inFlight.bad(String.format(
                        Locale.ROOT,
                        "'inFlight: {%s}' is now 'without: [%s]'",
                        without.stream().map(name -> name + ": 0").collect(Collectors.joining(", ")),
                        String.join(", ", without)));
            }
        });
    }

    private static void refuseInClaim(Value item) {
        at(item, "cores").ifPresent(cores -> {
            throw cores.bad(String.format(Locale.ROOT, "'cores' of a claim is now 'needs: {cores: %s}'", cores.text()));
        });
        at(item, "claim").filter(Value::isScalar).ifPresent(claim -> {
            var factor = FACTOR.matcher(claim.text());
            if (factor.matches()) {
                throw claim.bad(String.format(Locale.ROOT, "'%s' is now '%1$sx'", factor.group(1)));
            }
            var share = SHARE.matcher(claim.text());
            if (share.matches()) {
                throw claim.bad(shareWithoutUnit(share.group(1), new BigDecimal(share.group(2))));
            }
        });
    }

    /** The former form is a fraction. From 1 on it is a percentage without its sign. */
    private static String shareWithoutUnit(String written, BigDecimal share) {
        return share.compareTo(BigDecimal.ONE) < 0
                ? String.format(Locale.ROOT, "'%s' is now 'within %s %%'", written, percent(share.toPlainString()))
                : String.format(Locale.ROOT, "'%s' needs its unit: '%1$s %%'", written);
    }

    private static void refuseInControl(Value control) {
        at(control, "times").filter(Value::isScalar).ifPresent(times -> {
            var within = at(control, "within")
                    .filter(Value::isScalar)
                    .map(Value::text)
                    .orElse("0.03");
            throw times.bad(String.format(
                    Locale.ROOT,
                    "'times: %s' and 'within' of a control are now 'control: %1$sx within %s %%'",
                    times.text(),
                    percent(within)));
        });
    }

    private static String percent(String share) {
        try {
            return new BigDecimal(share).movePointRight(2).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return "10";
        }
    }

    private static Optional<Value> at(Value holder, String key) {
        return holder.isMapping() && !holder.isEmpty() ? holder.section().optional(key) : Optional.empty();
    }

    private static List<Value> entries(Value file, String key) {
        return at(file, key)
                .filter(value -> value.isSequence() && !value.isEmpty())
                .map(Value::items)
                .orElse(List.of());
    }
}

package dev.joust.compare.adr;

import dev.joust.compare.report.ArmState;
import dev.joust.compare.report.RatioReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What it would take to decide an open question. An interval narrows with the square root of the number of blocks, so
 * {@code n} blocks whose interval has the half-width {@code h} (of logarithms) become {@code n (h / g)^2} blocks for a
 * half-width {@code g}. The gap {@code g} is that between the estimate and the margin: there the whole interval lies on
 * one side. It is an estimate itself, since the next blocks have an estimate of their own.
 */
record WhatItTakes(RecordedQuestion question) {
    private static final int SENSIBLE_BLOCKS = 200;
    private static final double ROUNDING_TOLERANCE = 1e-9;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        var scenario = question.scenario();
        var reference = scenario.reference().orElse("");
        for (var arm : scenario.arms()) {
            var result = arm.result();
            switch (result.state()) {
                case INVALID ->
                    lines.add(String.format(
                            Locale.ROOT,
                            "Valid trials of %s: so far %s",
                            arm.label().name(),
                            OptionArguments.invalid(arm)));
                case NO_VALUE ->
                    lines.add(String.format(
                            Locale.ROOT,
                            "A value of %s of %s: %s",
                            question.metric(),
                            arm.label().name(),
                            OptionArguments.absence(arm)));
                case INCONCLUSIVE ->
                    result.ratioToBest()
                            .ifPresent(ratio ->
                                    lines.add(blocks(reference, arm.label().name(), ratio)));
                case WIN, TIE, BEHIND, ABSENT, WITHHELD, UNRANKED -> {}
            }
        }
        scenario.question().metric().smallestEffectText().ifPresent(smallest -> lines.add(capital(smallest)));
        boolean more = scenario.arms().stream().anyMatch(arm -> arm.result().state() == ArmState.INCONCLUSIVE);
        if (more && question.report().heading().profile().firstCompilerOnly()) {
            lines.add("The profile full runs up to 24 blocks, with both compilers and a margin of 5 %");
        }
        return lines;
    }

    private String blocks(String reference, String other, RatioReport ratio) {
        return String.format(
                Locale.ROOT,
                "To tell %s and %s apart, or to show that they tie within %s: %s; the advantage is %s",
                reference,
                other,
                question.marginText(),
                needed(ratio, question.margin()),
                question.text(ratio));
    }

    /** How many blocks, in words. */
    static String needed(RatioReport ratio, double margin) {
        double halfWidth = (Math.log(ratio.high()) - Math.log(ratio.low())) / 2;
        double gap = Math.abs(Math.log(1 + margin) - Math.abs(Math.log(ratio.ratio())));
        double blocks = Math.ceil(ratio.blocks() * Math.pow(halfWidth / gap, 2) - ROUNDING_TOLERANCE);
        return blocks <= SENSIBLE_BLOCKS
                ? String.format(Locale.ROOT, "about %.0f blocks", Math.max(blocks, ratio.blocks() + 1.0))
                : String.format(
                        Locale.ROOT,
                        "more than %d blocks, since the difference is about as large as the margin",
                        SENSIBLE_BLOCKS);
    }

    /** The sentence with a capital letter. */
    static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}

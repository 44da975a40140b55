package dev.joust.compare.verdict;

import java.util.List;

/** How a simulated session treats the blocks that stay disturbed: Joust's rule, and those that it was chosen among. */
enum Treatment {
    /** Joust's: all blocks are judged, unless more than a quarter of a scenario's are disturbed. */
    JOUST,
    /** As Joust's, with no disturbed block. */
    NONE_DISTURBED,
    /** As Joust's, with a third. */
    A_THIRD,
    /** As Joust's, with a half. */
    HALF,
    /** As Joust's, with the share of the whole session. */
    A_QUARTER_OF_THE_SESSION,
    /** As Joust's, but disturbed blocks are left out. */
    LEFT_OUT,
    /** All blocks are judged. */
    NEVER_WITHHELD;

    /** Whether disturbed blocks are judged with the others. */
    boolean judged() {
        return this != LEFT_OUT;
    }

    boolean withholds(List<DisturbedBlocks> scenarios) {
        return switch (this) {
            case JOUST, LEFT_OUT -> scenarios.stream().anyMatch(DisturbedBlocks::tooMany);
            case NONE_DISTURBED -> scenarios.stream().anyMatch(found -> found.disturbed() > 0);
            case A_THIRD -> scenarios.stream().anyMatch(found -> 3 * found.disturbed() > found.blocks());
            case HALF -> scenarios.stream().anyMatch(found -> 2 * found.disturbed() > found.blocks());
            case A_QUARTER_OF_THE_SESSION ->
                new DisturbedBlocks(
                                scenarios.stream()
                                        .mapToInt(DisturbedBlocks::disturbed)
                                        .sum(),
                                scenarios.stream()
                                        .mapToInt(DisturbedBlocks::blocks)
                                        .sum())
                        .tooMany();
            case NEVER_WITHHELD -> false;
        };
    }
}

package dev.joust.broken.stats;

import dev.joust.broken.session.HoldsStatistics;
import java.util.Optional;

/** Points upwards, and so closes a circle. */
public record KnowsSessions(Optional<HoldsStatistics> session) {}

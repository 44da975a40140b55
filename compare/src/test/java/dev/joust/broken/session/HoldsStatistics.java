package dev.joust.broken.session;

import dev.joust.broken.stats.KnowsSessions;
import java.util.Optional;

/** Points downwards, as it may. */
public record HoldsStatistics(Optional<KnowsSessions> statistics) {}

package dev.joust.broken;

import dev.joust.compare.machine.ReadingDetail;

/** Knows the module that judges it. */
record KnowsTheReferee(ReadingDetail detail) {}

package dev.joust.compare.report;

/** A named value, as text. */
public record Fact(String name, String value) {}

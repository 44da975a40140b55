package dev.joust.broken;

import picocli.CommandLine.ParseResult;

/** Reads options outside of the command line's package. */
record KnowsTheCommandLine(ParseResult options) {}

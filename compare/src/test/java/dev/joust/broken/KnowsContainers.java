package dev.joust.broken;

import org.testcontainers.utility.DockerImageName;

/** Loads Testcontainers outside of the service's package. */
record KnowsContainers(DockerImageName image) {}

package dev.joust.compare.run;

import dev.joust.compare.plan.Profile;
import java.net.InetSocketAddress;

/**
 * A model that is to be started as a server and left up.
 *
 * @param model the name of an arm of the scenario, or of any model
 * @param scenario the name of one of Joust's scenarios, or the path of a file: its work is what is served
 * @param profile whose JVM flags it has
 * @param address to listen on; port 0 takes a free one
 */
public record ModelServerRequest(
        String model,
        String scenario,
        Profile profile,
        InetSocketAddress address,
        SessionRequest.Dependencies dependencies) {}

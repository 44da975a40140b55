package dev.joust.compare.session;

import dev.joust.compare.plan.Shard;

/**
 * One host of a merged session: the machine that ran a shard, and what was measured of the instrument there.
 *
 * @param name unique in the session; {@link Result#host} refers to it
 */
public record ShardHost(String name, Shard shard, Session.Machine machine, Session.Instrument instrument) {}

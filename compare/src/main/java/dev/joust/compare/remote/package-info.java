/**
 * A session on other hosts: each runs one shard, and what they measure is merged here. {@code ssh} is the user's own
 * program. A host gets the distribution once, keeps it by its hash, and sends each result as it ends. What fails on a
 * host costs the rest of its shard there; another host that has ended its own runs that shard anew.
 *
 * <pre>
 * {@code
 * RemoteSession -> ShardDispatch -> HostRunner -> SshProgram    one host: probe, send, run
 *       |                               '-> ShardReceiver       its lines -> sessions/NAME/shards/K-HOST
 *       '-> merge                                               shards -> sessions/NAME
 * }
 * </pre>
 */
package dev.joust.compare.remote;

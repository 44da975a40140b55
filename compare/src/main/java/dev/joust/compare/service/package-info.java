/**
 * The network service that trials call: as a container, as a process, or at an address that the user names. Only this
 * package knows Testcontainers and docker-java.
 *
 * <pre>
 * {@code
 *                  .-- ServiceContainer -> AttachedContainer, ServiceImage, ServiceNetwork
 * NetworkService <-+-- ServiceProcess            '--------------> ServiceStart: flags, ready line, log
 *                  '-- RemoteService -> ServiceWatch: strangers; RoundTripProbe: how far away it is
 * ServiceStatsClient     what the service has counted; ServiceToken: who may reset it, and which session holds it
 * }
 * </pre>
 */
package dev.joust.compare.service;

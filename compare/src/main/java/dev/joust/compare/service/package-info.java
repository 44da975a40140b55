/**
 * The network service that trials call: as a container, as a process, or at an address that the user names. Only this
 * package knows Testcontainers and docker-java.
 *
 * <pre>
 * {@code
 *                  .-- ServiceContainer -> AttachedContainer, ServiceImage, ServiceNetwork
 * NetworkService <-+-- ServiceProcess            '--------------> ServiceStart: flags, ready line, log
 *                  '-- RemoteService
 * ServiceStatsClient     what the service has counted; ServiceToken: who may reset it
 * }
 * </pre>
 */
package dev.joust.compare.service;

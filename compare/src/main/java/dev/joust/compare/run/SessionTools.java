package dev.joust.compare.run;

import dev.joust.compare.plan.TrialCommands;
import dev.joust.compare.service.NetworkService;

/**
 * What a session runs its trials with.
 *
 * @param commands how the trials of each arm are started
 */
record SessionTools(NetworkService service, SessionProgress progress, TrialCommands commands) {}

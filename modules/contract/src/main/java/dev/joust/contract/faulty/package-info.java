/**
 * Models that misbehave on purpose, with one fault each. They prove that the contract, the driver and the referee
 * notice. All are built from the {@linkplain dev.joust.contract.DirectModel sound model}.
 */
package dev.joust.contract.faulty;

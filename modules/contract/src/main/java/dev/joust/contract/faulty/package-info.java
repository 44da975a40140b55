/**
 * Models that misbehave on purpose, one fault each: they prove that the contract, the driver and the referee notice. All are the
 * {@linkplain dev.joust.contract.DirectModel sound model} with one thing bent.
 */
package dev.joust.contract.faulty;

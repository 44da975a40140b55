/**
 * Two sessions, verdict by verdict: on two machines, or before and after a change. It compares verdicts and ratios.
 * Absolute figures of two machines are never compared.
 *
 * <pre>
 * {@code
 * JudgedSession -AskedClaims-> AskedClaim... -+-> SessionDiff -+-> DiffText           joust diff
 * JudgedSession -AskedClaims-> AskedClaim... -'      |         '-> PublishedSession   the last line of joust run
 *                                                    '-> ClaimDiff...
 * }
 * </pre>
 */
package dev.joust.compare.diff;

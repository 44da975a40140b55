/**
 * {@code joust versus}: is a change faster? One model runs as three arms of one scenario: the base, the head, and the
 * base again. They alternate in the blocks of one session, which is a session like any other. What the base says of
 * itself shows whether the verdict on the head can be believed.
 *
 * <pre>
 * BASE, HEAD -SideSpec-&gt; ArmSettings -VersusRequest, ThreeArms-&gt; scenarios -(a session)-&gt; JudgedSession
 *                                                                                              | VersusVerdict
 *                                                                         text, Markdown &lt;- VersusReport
 * </pre>
 */
package dev.joust.compare.versus;

/**
 * What the engines inside the process are loaded with: offers whose nights say all that no clock
 * and no question decides.
 *
 * <p>{@link tatami.benchmarks.peers.folded.FoldedRows} reads them from the rows that the normalised
 * schema is made of. A night that cannot be sold, for want of stock, because it is closed or out of
 * the stay window, has no price; a party that an offer does not take has no prices; and the rules
 * of arrival, departure and length of stay are one bit for each number of nights.
 */
package tatami.benchmarks.peers.folded;

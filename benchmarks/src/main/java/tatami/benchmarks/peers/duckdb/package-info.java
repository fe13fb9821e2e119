/**
 * DuckDB as a peer, with three schemas for the nights: a row for each, lists in the offer's row, or
 * a column for each.
 *
 * <p>The entry type is {@link tatami.benchmarks.peers.duckdb.DuckPeer}. All three have the same
 * offers and hotels, in the order of places, so that an area is a range that whole row groups are
 * left out by. Statements are written for each question with its values in the text, and prepared
 * before anything is timed: the planner knows all it can, and its time is not counted.
 */
package tatami.benchmarks.peers.duckdb;

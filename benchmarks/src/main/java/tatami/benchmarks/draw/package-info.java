/**
 * Draws what the searches of every comparison have: a stay, people, a budget, a piece of the map.
 * {@link tatami.benchmarks.draw.SearchDice} is the only type.
 */
package tatami.benchmarks.draw;

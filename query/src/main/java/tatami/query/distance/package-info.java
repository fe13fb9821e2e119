/**
 * How far apart are two points on the globe?
 *
 * <p>The entry type is {@link tatami.query.distance.GreatCircle}. Distances are whole millimetres,
 * so that a radius test and an order are exact and the same in every engine. It knows no tables and
 * no units but degrees and millimetres.
 */
package tatami.query.distance;

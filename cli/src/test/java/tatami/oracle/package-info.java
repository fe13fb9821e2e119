/**
 * What must a search answer? A naive oracle for airbnb-like feeds.
 *
 * <p>The entry types are {@link tatami.oracle.CityReader}, which reads the raw CSV files itself,
 * and {@link tatami.oracle.Oracle}, which answers one request with plain loops over every listing
 * and night. Written from the rules of what a search means alone: it uses nothing of Tatami's
 * ingest, search tables, builder or query, so that the two can only agree by being right (or by
 * sharing a misreading of the rules).
 *
 * <p>{@link tatami.oracle.PlantedBug} names errors that can be switched on, to show that a
 * comparison notices them.
 */
package tatami.oracle;

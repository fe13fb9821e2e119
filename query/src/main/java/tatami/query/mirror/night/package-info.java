/**
 * What is a night's value?
 *
 * <p>The entry type is {@link tatami.query.mirror.night.StoredNights}: the calendars of one table.
 * {@link tatami.query.mirror.night.NightSlabs} hold every night by itself, rows side by side;
 * {@link tatami.query.mirror.night.SharedLevels} hold what rows share, as the release does. {@link
 * tatami.query.mirror.night.NightReader} reads either from a release's blocks.
 */
package tatami.query.mirror.night;

/**
 * What a release says about itself: enough for a query server to search it with nothing else at
 * hand.
 *
 * <p>The entry type is {@link tatami.searchtable.description.ReleaseDescription}. The builder
 * writes it as JSON into the control tables when a release is filled; the query side reads it back
 * through a versioned view. It names schemas, tables, columns and units; it holds no rows, no
 * statistics of one search and no SQL.
 *
 * <p>Names: user-given names become columns with a prefix ({@code filter_area}, {@code
 * sort_rating}), so they can never meet the columns that every table has ({@code id}, {@code
 * property}, {@code stock}, {@code cells}).
 */
package tatami.searchtable.description;

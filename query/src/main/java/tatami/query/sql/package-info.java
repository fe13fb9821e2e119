/**
 * The SQL engine: a search as statements on the search tables of a release.
 *
 * <p>The entry type is {@link tatami.query.sql.SqlEngine}. PostgreSQL decides the filters, grain by
 * grain and without joins between grains: one statement finds properties, one finds offers, one or
 * two read the calendars of those offers. Each hands over its rows as records in a single value.
 * Java puts them together by surrogate, judges the stays ({@code tatami.query.stay}), and orders
 * and counts what matches. Master rows are never touched here.
 *
 * <p>Values are bound, also array elements. The text of a statement is determined by which filters
 * (and which of their forms: one or several subtrees, words of tag bits, over the antimeridian),
 * facets and ranks are asked for, by the calendar tables that the stay needs, and by the form: all
 * rows, a range of them, or few that are named; of shared days also by how many levels are sent. So
 * it is one of a bounded set.
 *
 * <p>What was measured, on 94,467 offers: one statement with hash joins of offers, stock and prices
 * takes 311 ms, of which the joins are 150; scans of the same tables take 3 to 14 ms each. Rows
 * sent as records in one value take 24 ms for four columns, as four arrays 47, as rows 70. A whole
 * search of a stay of two nights takes 44 ms of the database's processor and 37 of the server's.
 */
package tatami.query.sql;

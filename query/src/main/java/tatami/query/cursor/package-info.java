/**
 * Where does the next page start?
 *
 * <p>The entry type is {@link tatami.query.cursor.Cursor}: an opaque text that holds the release,
 * what was asked, and the last hit of a page. It fixes the release, not the stock. It is no secret
 * and no proof of anything: whoever forges one gets a page that they could have asked for.
 */
package tatami.query.cursor;

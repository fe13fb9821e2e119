/**
 * In which transaction is a release read?
 *
 * <p>The entry type is {@link tatami.query.transaction.ReadTransaction}: one that sees one state,
 * cannot write, and has the settings of a search. It knows no release.
 */
package tatami.query.transaction;

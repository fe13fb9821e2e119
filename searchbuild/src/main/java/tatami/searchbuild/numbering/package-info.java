/**
 * Which row gets which number? Surrogates are made here and nowhere else.
 *
 * <p>The entry types are {@link tatami.searchbuild.numbering.PropertyNumbering} and {@link
 * tatami.searchbuild.numbering.OfferNumbering}. Properties are numbered in recommended order, so
 * the surrogate is that rank; offers by (property, business key), so offers of a property are
 * neighbours. Rows that can never show get no number. Pure: rows in, rows out.
 */
package tatami.searchbuild.numbering;

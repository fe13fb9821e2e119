/**
 * Why do the tables of a release look as they do?
 *
 * <p>The entry type is {@link tatami.query.layout.LayoutDocument}. The builder measured, chose and
 * wrote its reasons into the release as rows; this package reads them and puts them into one
 * document. It chooses nothing and measures nothing.
 */
package tatami.query.layout;

/**
 * What did the user ask for? The catalog file, parsed and checked.
 *
 * <p>The entry types are {@link tatami.searchbuild.catalog.CatalogFile}, which reads {@code
 * catalog.yaml} and reports every problem at once with line, column and the nearest known word, and
 * {@link tatami.searchbuild.catalog.Catalog}, the result. Nothing here opens a feed or a database;
 * SQL text is checked later, by PostgreSQL.
 */
package tatami.searchbuild.catalog;

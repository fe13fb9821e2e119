/**
 * Which PostgreSQL do we work on, and is it there?
 *
 * <p>The entry type is {@link tatami.cli.database.Database}: flag before {@code DATABASE_URL}
 * before {@code PG*} before the embedded cluster. {@link tatami.cli.database.EmbeddedCluster} is
 * that cluster: one for each {@code TATAMI_HOME}, started by the first command that needs it, left
 * running, found again by the next one, ended by {@code stop}.
 *
 * <p>Everything that makes a database unusable is a {@link
 * tatami.cli.database.DatabaseUnusableException}. The package knows no table and no schema, and no
 * message of it holds a password.
 */
package tatami.cli.database;

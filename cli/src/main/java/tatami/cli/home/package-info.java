/**
 * Where does Tatami keep its own things on this machine, and who works there right now?
 *
 * <p>The entry type is {@link tatami.cli.home.TatamiHome}, the folder {@code TATAMI_HOME}. {@link
 * tatami.cli.home.HomeLock} lets one command at a time change the folder, and {@link
 * tatami.cli.home.ServerRegister} knows the servers that were started from it, so that {@code stop}
 * can end them. What lies in the folder is its owners' business: the database's in {@code
 * tatami.cli.database}.
 */
package tatami.cli.home;

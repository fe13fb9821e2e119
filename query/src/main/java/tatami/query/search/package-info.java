/**
 * Where does a search come in, and how does its answer go out?
 *
 * <p>The entry type is {@link tatami.query.search.SearchService}. It runs one search on one view of
 * the releases, from the pointer to the master rows, and turns whatever goes wrong into a problem
 * document. A view is a mirror that is held, or a read-only transaction. HTTP and the command line
 * call it; it knows neither.
 */
package tatami.query.search;

/**
 * Where does a search come in, and how does its answer go out?
 *
 * <p>The entry type is {@link tatami.query.search.SearchService}. It runs one search in one
 * read-only transaction, from the pointer to the master rows, and turns whatever goes wrong into a
 * problem document. HTTP and the command line call it; it knows neither.
 */
package tatami.query.search;

/**
 * What does a search answer: request in, answer or problem document out.
 *
 * <p>The entry type is {@code SearchService}; {@link tatami.query.search.SearchReply} is what it
 * gives. It knows no HTTP beyond the status number.
 */
package tatami.query.search;

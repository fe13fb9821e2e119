/**
 * What does a caller ask for, and may they?
 *
 * <p>The entry type is {@link tatami.query.request.RequestReader}: strict JSON in, a {@link
 * tatami.query.request.SearchRequest} out, every value checked against the release and translated
 * to codes, steps and millimetres; or all mistakes at once. An unknown value of a filter is no
 * mistake: it matches nothing and becomes a warning. It touches no database.
 */
package tatami.query.request;

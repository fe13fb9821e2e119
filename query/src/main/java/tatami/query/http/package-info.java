/**
 * How does a search travel over HTTP: routes, limits, headers, problem documents, the web page.
 *
 * <p>The entry type is {@link tatami.query.http.SearchServer}. It hands every request's JSON to a
 * {@link tatami.query.http.SearchEndpoint} as it came and sends the reply as it is; it neither
 * reads a request nor knows a database. The page's files are resources of {@code
 * tatami.query.page}.
 */
package tatami.query.http;

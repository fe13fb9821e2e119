package tatami.query.http;

import tatami.query.search.SearchReply;

/**
 * Answers what the server is asked.
 *
 * <p>Called by many threads at once. A bad request is a reply with a problem document, never an
 * exception; an exception is answered 500 and logged.
 */
public interface SearchEndpoint {

  /**
   * Searches a catalog.
   *
   * @param catalog as in the URL; may be unknown
   * @param requestJson the body, which may be anything but more than 64 KiB
   */
  SearchReply search(String catalog, String requestJson);

  /**
   * Tells what a stay costs on each day of a range.
   *
   * @param catalog as in the URL; may be unknown
   * @param requestJson the body, which may be anything but more than 64 KiB
   */
  SearchReply calendar(String catalog, String requestJson);

  /**
   * Tells why stays cannot be booked.
   *
   * @param catalog as in the URL; may be unknown
   * @param requestJson the body, which may be anything but more than 64 KiB
   */
  SearchReply whyNot(String catalog, String requestJson);

  /**
   * Describes what a catalog may be asked: filters, sorts, horizon, currency.
   *
   * @param catalog as in the URL; may be unknown
   */
  SearchReply describe(String catalog);

  /** Lists the catalogs that have a live release. */
  SearchReply listCatalogs();
}

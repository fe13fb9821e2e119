package tatami.endtoend;

import tatami.oracle.OracleRequest;

/**
 * One page of a search.
 *
 * @param request the search
 * @param cursor null for the first page
 */
record SearchCall(OracleRequest request, String cursor) {

  /** Returns the request as a caller writes it, on one line. */
  String json() {
    return RequestJson.write(request, cursor);
  }
}

package tatami.cli.command;

import tatami.query.http.SearchEndpoint;
import tatami.query.search.SearchReply;
import tatami.query.search.SearchService;

/** Lets the HTTP server answer by the search service; neither knows the other. */
record ServedSearches(SearchService service) implements SearchEndpoint {

  @Override
  public SearchReply search(String catalog, String requestJson) {
    return service.search(catalog, requestJson);
  }

  @Override
  public SearchReply calendar(String catalog, String requestJson) {
    return service.calendar(catalog, requestJson);
  }

  @Override
  public SearchReply whyNot(String catalog, String requestJson) {
    return service.whyNot(catalog, requestJson);
  }

  @Override
  public SearchReply describe(String catalog) {
    return service.describe(catalog);
  }

  @Override
  public SearchReply listCatalogs() {
    return service.listCatalogs();
  }
}

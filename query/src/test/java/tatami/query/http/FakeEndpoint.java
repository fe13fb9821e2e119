package tatami.query.http;

import java.util.function.Supplier;
import tatami.query.search.SearchReply;

/** Replies what a test tells it to; by default with what it was asked. */
final class FakeEndpoint implements SearchEndpoint {

  private volatile Supplier<SearchReply> next;
  private volatile String lastRequest;

  void reply(Supplier<SearchReply> reply) {
    next = reply;
  }

  String lastRequest() {
    return lastRequest;
  }

  @Override
  public SearchReply search(String catalog, String requestJson) {
    lastRequest = requestJson;
    return answer("search", catalog);
  }

  @Override
  public SearchReply calendar(String catalog, String requestJson) {
    lastRequest = requestJson;
    return answer("calendar", catalog);
  }

  @Override
  public SearchReply whyNot(String catalog, String requestJson) {
    lastRequest = requestJson;
    return answer("why_not", catalog);
  }

  @Override
  public SearchReply describe(String catalog) {
    return answer("describe", catalog);
  }

  @Override
  public SearchReply listCatalogs() {
    return answer("list", "-");
  }

  private SearchReply answer(String operation, String catalog) {
    Supplier<SearchReply> supplier = next;
    return supplier == null
        ? new SearchReply(200, "{\"" + operation + "\":\"" + catalog + "\"}", 42)
        : supplier.get();
  }
}

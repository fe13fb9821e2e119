package tatami.benchmarks.peers.postgres;

import java.util.List;
import tatami.benchmarks.mixed.Answered;
import tatami.benchmarks.mixed.Facet;
import tatami.benchmarks.mixed.MixedRequest;
import tatami.benchmarks.mixed.MixedSearch;
import tatami.benchmarks.mixed.Question;
import tatami.benchmarks.peers.peer.Peer;
import tatami.query.search.SearchReply;
import tatami.query.search.SearchService;
import tools.jackson.databind.json.JsonMapper;

/** A search service of the product: requests and answers are documents, and are timed with it. */
public final class ServicePeer implements Peer {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int OK = 200;

  private final String name;
  private final SearchService service;
  private final String catalog;
  private final long bytes;

  /**
   * Takes a service.
   *
   * @param name in reports
   * @param bytes that its engine keeps, see {@link #bytes}
   */
  public ServicePeer(String name, SearchService service, String catalog, long bytes) {
    this.name = name;
    this.service = service;
    this.catalog = catalog;
    this.bytes = bytes;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public Prepared prepare(Question question, MixedSearch search) {
    String request =
        switch (question) {
          case PAGE -> MixedRequest.page(search, List.of());
          case PAGE_FACETS -> MixedRequest.page(search, Facet.filters());
          case CALENDAR -> MixedRequest.calendar(search);
        };
    return () -> {
      SearchReply reply =
          question == Question.CALENDAR
              ? service.calendar(catalog, request)
              : service.search(catalog, request);
      return () -> answered(request, reply);
    };
  }

  private static Answered answered(String request, SearchReply reply) {
    if (reply.status() != OK) {
      throw new IllegalStateException(
          "a search was refused: request=" + request + " reply=" + reply.json());
    }
    return Answered.ofJson(MAPPER.readTree(reply.json()));
  }

  @Override
  public void close() {
    // The service holds nothing: its pool belongs to whoever made it.
  }
}

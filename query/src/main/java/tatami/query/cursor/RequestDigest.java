package tatami.query.cursor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import tatami.query.request.PriceRequest;
import tatami.query.request.SearchRequest;

/**
 * Tells whether two requests walk through the same list: same stay, conditions, budget and order.
 * How much of a hit is shown, how many hits a page has and which facets are counted may differ from
 * page to page.
 */
public final class RequestDigest {

  private RequestDigest() {}

  /** Returns the first eight bytes of a SHA-256 over the checked request. */
  public static long of(SearchRequest request) {
    PriceRequest price = request.price();
    String list =
        String.join(
            "\n",
            request.stay().toString(),
            request.where().toString(),
            price.minimum() + ".." + price.maximum(),
            request.sort().toString());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(list.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}

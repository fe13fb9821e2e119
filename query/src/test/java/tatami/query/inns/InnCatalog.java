package tatami.query.inns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A whole catalog.
 *
 * @param stocks rooms left by room number, a cell a night, −1 = none
 */
public record InnCatalog(
    LocalDate firstNight, int nights, List<Inn> inns, List<List<Integer>> stocks) {

  /** Exact step of every number. */
  public static final BigDecimal STEP = new BigDecimal("0.1");

  /** Minor units of one step of a price cell. */
  public static final int PRICE_UNIT = 100;

  /** Occupancies that have a price table. */
  public static final List<Integer> OCCUPANCIES = List.of(1, 2, 3);

  /** Every node of the paths, in code order: parents first, siblings together. */
  public TreeSet<String> nodes(Stream<String> paths) {
    TreeSet<String> nodes = new TreeSet<>((left, right) -> order(left).compareTo(order(right)));
    paths
        .filter(Objects::nonNull)
        .forEach(
            path -> {
              for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
                nodes.add(path.substring(0, end));
              }
              nodes.add(path);
            });
    return nodes;
  }

  /** A slash sorts before everything, so that a subtree is one range. */
  private static String order(String path) {
    return path.replace('/', '\u0001');
  }

  /** Distinct values of a property. */
  public <T extends Comparable<T>> TreeSet<T> ofInns(Function<Inn, Stream<T>> values) {
    TreeSet<T> all = new TreeSet<>();
    inns.stream().flatMap(values).filter(Objects::nonNull).forEach(all::add);
    return all;
  }

  /** Distinct values of an offer. */
  public <T extends Comparable<T>> TreeSet<T> ofOffers(Function<InnOffer, Stream<T>> values) {
    return ofInns(inn -> inn.offers().stream().flatMap(values));
  }
}

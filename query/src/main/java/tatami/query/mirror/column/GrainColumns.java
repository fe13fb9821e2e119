package tatami.query.mirror.column;

import java.util.Map;
import tatami.query.release.Points;

/**
 * The columns of one grain, by the name of their filter; ranks by the name of their column.
 *
 * @param rows how many rows there are
 * @param codes of paths and categories
 * @param tags of sets
 * @param numbers in steps
 * @param buckets of the same numbers
 * @param points of points
 * @param words of keywords
 * @param ranks of the catalog's own orders
 */
public record GrainColumns(
    int rows,
    Map<String, CodeColumn> codes,
    Map<String, TagColumn> tags,
    Map<String, NumberColumn> numbers,
    Map<String, BucketColumn> buckets,
    Map<String, Points> points,
    Map<String, WordColumn> words,
    Map<String, NumberColumn> ranks) {

  /** Copies the maps. */
  public GrainColumns {
    codes = Map.copyOf(codes);
    tags = Map.copyOf(tags);
    numbers = Map.copyOf(numbers);
    buckets = Map.copyOf(buckets);
    points = Map.copyOf(points);
    words = Map.copyOf(words);
    ranks = Map.copyOf(ranks);
  }

  /** Returns about how many bytes they take. */
  public long bytes() {
    return codes.values().stream().mapToLong(CodeColumn::bytes).sum()
        + tags.values().stream().mapToLong(TagColumn::bytes).sum()
        + numbers.values().stream().mapToLong(NumberColumn::bytes).sum()
        + points.values().stream().mapToLong(Points::bytes).sum()
        + words.values().stream().mapToLong(WordColumn::bytes).sum()
        + ranks.values().stream().mapToLong(NumberColumn::bytes).sum();
  }
}

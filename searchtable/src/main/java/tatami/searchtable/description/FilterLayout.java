package tatami.searchtable.description;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import tatami.searchtable.codec.NumberCodec;
import tatami.searchtable.codec.TagCodec;

/**
 * How a filter of the catalog is laid out in its search table.
 *
 * <p>A dictionary table has {@code code int4 PRIMARY KEY, value text}, and for paths {@code
 * last_code int4}: the subtree of a node is the closed interval {@code [code, last_code]}. Codes
 * start at 0; those of paths leave gaps. A path's value is joined by {@code /} as docs/search.md
 * says.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = FilterLayout.Path.class, name = "path"),
  @JsonSubTypes.Type(value = FilterLayout.Category.class, name = "category"),
  @JsonSubTypes.Type(value = FilterLayout.Tags.class, name = "tags"),
  @JsonSubTypes.Type(value = FilterLayout.Number.class, name = "number"),
  @JsonSubTypes.Type(value = FilterLayout.Point.class, name = "point"),
  @JsonSubTypes.Type(value = FilterLayout.Keyword.class, name = "keyword")
})
public sealed interface FilterLayout {

  /** The filter's name in the catalog and in requests. */
  String name();

  /**
   * A node of a hierarchy.
   *
   * @param name the filter's name
   * @param codec holds the code of the row's own node
   * @param dictionary table with {@code code, last_code, value}: every level of every path
   */
  record Path(String name, NumberCodec codec, String dictionary) implements FilterLayout {}

  /**
   * One value of a small set.
   *
   * @param name the filter's name
   * @param codec holds the code
   * @param dictionary table with {@code code, value}
   */
  record Category(String name, NumberCodec codec, String dictionary) implements FilterLayout {}

  /**
   * A set of values.
   *
   * @param name the filter's name
   * @param codec holds the codes
   * @param dictionary table with {@code code, value}
   */
  record Tags(String name, TagCodec codec, String dictionary) implements FilterLayout {}

  /**
   * An exact number, held as a multiple of a step.
   *
   * @param name the filter's name
   * @param codec holds the value divided by the step
   * @param step exact common step of the data, above 0
   * @param bounds lowest and highest value of the data, in the number's own unit; empty if no row
   *     has one
   */
  record Number(String name, NumberCodec codec, BigDecimal step, List<BigDecimal> bounds)
      implements FilterLayout {

    /** Refuses a step that is not positive. */
    public Number {
      Objects.requireNonNull(step, "step");
      bounds = List.copyOf(bounds);
      if (step.signum() <= 0) {
        throw new IllegalArgumentException("step must be above 0: step=" + step);
      }
      if (bounds.size() != 0 && bounds.size() != 2) {
        throw new IllegalArgumentException("bounds are two or none: bounds=" + bounds);
      }
    }
  }

  /**
   * A point on the globe.
   *
   * @param name the filter's name
   * @param latitude holds degrees × 10<sup>7</sup>; both are absent or none
   * @param longitude holds degrees × 10<sup>7</sup>, in [−1.8e9, 1.8e9]
   */
  record Point(String name, NumberCodec latitude, NumberCodec longitude) implements FilterLayout {}

  /**
   * Words in text columns, folded by {@link tatami.searchtable.words.FoldedText}. They are in a
   * table of their own, a row for each row of the grain: {@code id int4 PRIMARY KEY, grams int4[]
   * NOT NULL} with an index, {@code text_1 text NOT NULL} and so on in the order of the catalog, an
   * empty text where the value is absent. A line break is in no text.
   *
   * @param name the filter's name
   * @param table the table
   * @param columns how many texts a row has, at least 1
   */
  record Keyword(String name, String table, int columns) implements FilterLayout {

    /** Refuses a table without texts. */
    public Keyword {
      Objects.requireNonNull(table, "table");
      if (columns < 1) {
        throw new IllegalArgumentException("a word is searched in columns: columns=" + columns);
      }
    }

    /** Returns the name of a text column, counted from 1. */
    public static String textColumn(int number) {
      return "text_" + number;
    }
  }
}

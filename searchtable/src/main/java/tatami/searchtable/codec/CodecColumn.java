package tatami.searchtable.codec;

import java.util.Objects;

/**
 * A physical column of a codec.
 *
 * @param name its name in the table
 * @param type its PostgreSQL type, as in DDL
 * @param nullable whether a row may lack it
 */
public record CodecColumn(String name, String type, boolean nullable) {

  /** Refuses a column without name or type. */
  public CodecColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }
}

package tatami.query.sql;

import tatami.query.release.Grain;
import tatami.searchtable.description.ReleaseDescription;

/** Quoted names of a release's tables and columns. Aliases are the grains' roles. */
final class Tables {

  private final ReleaseDescription description;

  Tables(ReleaseDescription description) {
    this.description = description;
  }

  String property() {
    return qualified(description.property().table());
  }

  String offer() {
    return qualified(description.offer().table());
  }

  String qualified(String table) {
    return quoted(description.schema()) + "." + quoted(table);
  }

  static String column(Grain grain, String column) {
    return alias(grain) + quoted(column);
  }

  /** Returns the alias of a grain's table, with a dot behind it. */
  static String alias(Grain grain) {
    return grain == Grain.PROPERTY ? "property." : "offer.";
  }

  static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}

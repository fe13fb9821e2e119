package tatami.searchbuild.catalog;

import java.util.regex.Pattern;

/** What names may look like. They become parts of identifiers, so they are checked here, once. */
enum Names {
  /** Names of catalogs, feeds, search tables, filters and sorts; leaves room for what we append. */
  PART("^[a-z][a-z0-9_]{0,39}$"),
  /** Names of columns; PostgreSQL's longest identifier. */
  COLUMN("^[a-z][a-z0-9_]{0,62}$");

  private final Pattern pattern;

  Names(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  boolean fits(String name) {
    return pattern.matcher(name).matches();
  }

  /** Adds a problem for a name that does not fit; {@code what} is what it names. */
  void check(YamlNode.Scalar name, String what, Problems problems) {
    if (!fits(name.text())) {
      problems.add(name.place(), complaint(what, name.text()));
    }
  }

  String complaint(String what, String name) {
    return what + " \"" + name + "\" does not match " + pattern.pattern();
  }
}

package tatami.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A catalog to which sections {@code layout} are added.
 *
 * @param text the catalog
 */
record PinnedCatalog(String text) {

  /** Starts with a catalog that pins nothing. */
  static PinnedCatalog of(String text) {
    assertThat(text).doesNotContain("layout:");
    return new PinnedCatalog(text);
  }

  /**
   * Adds pins to a grain.
   *
   * @param before a line of the grain at the depth of its words, such as {@code " stay:\n"}; it
   *     stands once in the catalog
   * @param pins the section's content, on one line in braces or as lines of words
   */
  PinnedCatalog with(String before, String pins) {
    assertThat(text.split(before, -1)).as("places of %s", before).hasSize(2);
    String depth = before.substring(0, before.length() - before.stripLeading().length());
    String section =
        pins.startsWith("{")
            ? depth + "layout: " + pins + "\n"
            : depth + "layout:\n" + pins.strip().indent(2 * depth.length());
    return new PinnedCatalog(text.replace(before, section + before));
  }
}

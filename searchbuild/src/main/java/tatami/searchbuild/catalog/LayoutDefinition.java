package tatami.searchbuild.catalog;

import java.util.List;
import java.util.Map;

/**
 * What the catalog pins of a search table's layout; everything else is chosen from the data.
 *
 * @param codecs word of the codec by column
 * @param order columns that stand first, in this order
 */
public record LayoutDefinition(Map<String, String> codecs, List<String> order) {

  /** Pins nothing. */
  public static final LayoutDefinition NONE = new LayoutDefinition(Map.of(), List.of());

  /** Copies the collections. */
  public LayoutDefinition {
    codecs = Map.copyOf(codecs);
    order = List.copyOf(order);
  }
}

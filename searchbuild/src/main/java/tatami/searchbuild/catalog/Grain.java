package tatami.searchbuild.catalog;

import java.util.List;

/**
 * What property and offer have in common, as far as it could be read.
 *
 * @param name its name in the catalog
 * @param section where it stands
 * @param from null where it could not be read
 * @param where null where there is none, or it could not be read
 * @param key columns
 * @param filters those that could be read
 * @param show columns
 * @param columns what {@code from} gives
 */
record Grain(
    String name,
    Section section,
    SqlText from,
    SqlText where,
    List<String> key,
    List<FilterDefinition> filters,
    List<String> show,
    GrainColumns columns) {}

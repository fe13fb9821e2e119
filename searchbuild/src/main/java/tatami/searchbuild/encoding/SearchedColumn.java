package tatami.searchbuild.encoding;

import java.util.OptionalDouble;
import tatami.searchtable.layout.IndexEvidence.Search;

/**
 * How searches compare a column, for the choice of indexes.
 *
 * @param column name of the column's values
 * @param search how it is compared
 * @param expectedShare share of the rows that one search reads on average; empty where nothing
 *     tells
 */
public record SearchedColumn(String column, Search search, OptionalDouble expectedShare) {}

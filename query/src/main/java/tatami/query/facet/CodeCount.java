package tatami.query.facet;

/**
 * What an engine found for one code of a facet.
 *
 * @param code code in the dictionary; for a number its bucket, from 1; for tags that are bits a
 *     whole word
 * @param properties how many properties, at least 1
 * @param lowest lowest value in steps; for a word its place, from 0; null but for these
 * @param highest highest value in steps; null but for a number
 */
public record CodeCount(long code, long properties, Long lowest, Long highest) {}

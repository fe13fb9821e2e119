/**
 * How is a found page told to its caller?
 *
 * <p>The entry type is {@link tatami.query.answer.AnswerWriter}: the JSON of docs/search.md,
 * compact, with exact numbers. It finds nothing and decides nothing but how amounts are shown.
 */
package tatami.query.answer;

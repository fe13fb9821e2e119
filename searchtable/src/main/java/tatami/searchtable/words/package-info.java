/**
 * When are two texts alike to somebody who types a word? One answer for builder and reader.
 *
 * <p>The entry types are {@link tatami.searchtable.words.FoldedText}, which takes the differences
 * out that nobody types (width, case, kana, dashes, kinds of white space), {@link
 * tatami.searchtable.words.SearchWords}, which cuts what was typed into words, and {@link
 * tatami.searchtable.words.Grams}, the small numbers by which an index finds the rows that may have
 * them. It knows no language: words are found as parts of a text, so that Japanese without blanks
 * is searched like anything else. It decides nothing: whether a row has a word is tested on the
 * folded text itself.
 */
package tatami.searchtable.words;

/**
 * Which name did the writer mean? Suggestions for words that nobody knows.
 *
 * <p>The entry type is {@link tatami.searchtable.naming.NearestWord}. It serves whoever refuses an
 * unknown word, in a catalog as in a request, so that both suggest alike. It does not decide what
 * is known, and it never corrects anything by itself.
 */
package tatami.searchtable.naming;

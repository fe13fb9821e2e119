/**
 * In which order do texts and keys stand? One answer for builder and reader.
 *
 * <p>The entry type is {@link tatami.searchtable.ordering.CodePointOrder}, the order of
 * PostgreSQL's {@code COLLATE "C"} in UTF-8. It does not know languages.
 */
package tatami.searchtable.ordering;

/**
 * What does a field's text stand for?
 *
 * <p>The entry type is {@link tatami.ingest.value.ColumnParser}: map, strip, then the type. It
 * never repairs: a text that is not exactly a value of the type is a bad value, with the reason.
 */
package tatami.ingest.value;

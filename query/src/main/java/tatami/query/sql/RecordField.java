package tatami.query.sql;

/**
 * A field of {@link Records}.
 *
 * @param offset first byte, counted from the record's own
 * @param bytes how many it has; an integer has 2, 4 or 8
 */
record RecordField(int offset, int bytes) {}

package tatami.query.sql;

/**
 * A value to be bound as {@code int4multirange}.
 *
 * @param text its PostgreSQL form
 */
record Multirange(String text) {}

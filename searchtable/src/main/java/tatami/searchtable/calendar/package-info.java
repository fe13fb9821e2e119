/**
 * How calendars are held: values a night, cut into blocks of rows.
 *
 * <p>A calendar table has a row for each plane of each block. A <em>block</em> is {@value
 * tatami.searchtable.calendar.CellBlock#ROWS} rows whose surrogates follow each other; a
 * <em>plane</em> is one cell of each of them, such as all their prices of one night. So a search
 * reads the planes of its nights, and nothing of any other night. {@link
 * tatami.searchtable.calendar.CalendarCodec} says what the planes of a table are; {@link
 * tatami.searchtable.calendar.CellBlock} how the cells of one are packed.
 */
package tatami.searchtable.calendar;

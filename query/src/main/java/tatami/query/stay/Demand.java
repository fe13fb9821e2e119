package tatami.query.stay;

import tatami.searchtable.codec.CalendarCodec;

/**
 * One price table that the party needs.
 *
 * @param table table of packed prices
 * @param cells how they are held
 * @param weight minor units that one step of a cell adds to the total: rooms × heads × unit, or
 *     rooms × unit for a price per unit
 */
public record Demand(String table, CalendarCodec cells, long weight) {}

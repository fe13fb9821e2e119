/**
 * What must a search in a catalog of hotels answer?
 *
 * <p>A second implementation of docs/search.md for offers of plans and rooms: plain loops over the
 * rows of the feeds, one offer at a time, one night at a time, with every rule by itself. Facets
 * are counted by choosing each value in turn, splits by trying all of them. It shares no code with
 * the engines; an architecture test says so.
 *
 * <p>The entry type is {@link tatami.oracle.hotel.HotelOracle}, on what {@link
 * tatami.oracle.hotel.HotelReader} makes of the feeds. An oracle can be given {@linkplain
 * tatami.oracle.hotel.HotelBug errors} to make, and tells {@linkplain
 * tatami.oracle.hotel.HotelFeature what it met}.
 */
package tatami.oracle.hotel;

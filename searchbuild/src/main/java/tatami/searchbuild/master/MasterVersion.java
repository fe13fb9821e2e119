package tatami.searchbuild.master;

import java.time.Instant;
import tatami.ingest.landing.LandedFeed;
import tatami.ingest.landing.MasterTable;

/**
 * One landing of one feed.
 *
 * @param feed the feed's name
 * @param version its number, from 1
 * @param table where the rows are
 * @param landed what came of it
 * @param asOf when the data were made
 */
public record MasterVersion(
    String feed, int version, MasterTable table, LandedFeed landed, Instant asOf) {}

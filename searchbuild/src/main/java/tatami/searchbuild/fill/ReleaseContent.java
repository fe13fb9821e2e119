package tatami.searchbuild.fill;

import java.util.Map;
import tatami.searchbuild.catalog.Catalog;
import tatami.searchbuild.master.MasterVersion;
import tatami.searchbuild.numbering.NumberedRows;
import tatami.searchbuild.numbering.OfferNumbering.NumberedOffers;
import tatami.searchtable.description.ReleaseDescription.Horizon;

/**
 * What a release is made of.
 *
 * @param catalog the catalog
 * @param versions the master version of every feed, by name
 * @param properties numbered properties
 * @param ranks rank of each property, by sort name
 * @param offers numbered offers; null where the catalog has none
 * @param horizon the nights of packed columns; null where the catalog has no calendar
 */
public record ReleaseContent(
    Catalog catalog,
    Map<String, MasterVersion> versions,
    NumberedRows properties,
    Map<String, int[]> ranks,
    NumberedOffers offers,
    Horizon horizon) {}

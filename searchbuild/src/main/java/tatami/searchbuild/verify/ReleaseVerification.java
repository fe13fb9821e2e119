package tatami.searchbuild.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tatami.searchbuild.fill.FilledRelease;
import tatami.searchtable.codec.CalendarCodec;
import tatami.searchtable.codec.TagArray;
import tatami.searchtable.codec.TagBits;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.description.StayLayout;
import tatami.searchtable.description.StayLayout.PriceTable;
import tatami.searchtable.description.StayLayout.StayLimit;
import tatami.searchtable.expression.NumberExpression;

/** Checks a filled release. */
public final class ReleaseVerification {

  private final Connection connection;
  private final ReleaseDescription description;
  private final FilledRelease filled;
  private final CalendarChecks calendars;
  private final List<String> findings = new ArrayList<>();

  /** Checks over a connection that sees the release. */
  public ReleaseVerification(Connection connection, FilledRelease filled) {
    this.connection = connection;
    this.description = filled.description();
    this.filled = filled;
    this.calendars = new CalendarChecks(description);
  }

  /** Returns what is wrong, one sentence each; empty if the release may be published. */
  public List<String> verify() throws SQLException {
    if (description.property().rows() == 0) {
      findings.add("no " + description.property().name() + " is left to show");
    }
    verifyGrain(description.property());
    if (description.offer() != null) {
      verifyGrain(description.offer());
      verifyOffers(description.offer());
    }
    if (description.stay() != null) {
      verifyStay(description.stay());
    }
    return List.copyOf(findings);
  }

  private void verifyGrain(GrainTable grain) throws SQLException {
    String table = quoted(grain.table());
    expect(grain.rows(), "SELECT count(*) FROM " + table, "rows of " + grain.table());
    expect(
        grain.rows() - 1L,
        "SELECT coalesce(max(id), -1) FROM " + table,
        "highest id of " + grain.table());
    expect(
        grain.rows(),
        "SELECT count(DISTINCT _id) FROM " + quoted(grain.pageView()),
        "rows of " + grain.pageView());
    for (FilterLayout filter : grain.filters()) {
      verifyCodes(grain, filter);
    }
  }

  private void verifyCodes(GrainTable grain, FilterLayout filter) throws SQLException {
    if (filter instanceof FilterLayout.Path path) {
      verifyCodes(grain, filter, path.dictionary(), NumberExpression.value(path.codec(), ""));
    } else if (filter instanceof FilterLayout.Category category) {
      verifyCodes(
          grain, filter, category.dictionary(), NumberExpression.value(category.codec(), ""));
    } else if (filter instanceof FilterLayout.Tags tags) {
      if (tags.codec() instanceof TagArray array) {
        verifyCodes(grain, filter, tags.dictionary(), "unnest(\"" + array.column() + "\")");
      } else if (tags.codec() instanceof TagBits bits) {
        verifySpareBits(grain, filter, bits);
      }
    } else if (filter instanceof FilterLayout.Keyword keyword) {
      verifyWords(grain, keyword);
    }
  }

  private void verifyCodes(GrainTable grain, FilterLayout filter, String dictionary, String codes)
      throws SQLException {
    expect(
        0,
        "SELECT count(*) FROM (SELECT DISTINCT "
            + codes
            + " AS code FROM "
            + quoted(grain.table())
            + ") used LEFT JOIN "
            + quoted(dictionary)
            + " known ON known.code = used.code WHERE used.code IS NOT NULL AND known.code IS NULL",
        "codes of " + filter.name() + " without a dictionary entry");
  }

  /** Bits behind the last tag belong to nobody. */
  private void verifySpareBits(GrainTable grain, FilterLayout filter, TagBits bits)
      throws SQLException {
    int last = bits.words() - 1;
    int[] known = IntStream.range(last * TagBits.WORD_BITS, bits.tags()).toArray();
    expect(
        0,
        "SELECT count(*) FROM "
            + quoted(grain.table())
            + " WHERE (\""
            + bits.wordColumn(last)
            + "\" & ~("
            + bits.bits(last, known)
            + ")) <> 0",
        "rows of " + filter.name() + " with bits of no tag");
  }

  private void verifyWords(GrainTable grain, FilterLayout.Keyword filter) throws SQLException {
    String table = quoted(filter.table());
    expect(grain.rows(), "SELECT count(*) FROM " + table, "rows of " + filter.table());
    expect(
        grain.rows() - 1L,
        "SELECT coalesce(max(id), -1) FROM " + table,
        "highest id of " + filter.table());
  }

  private void verifyOffers(GrainTable offer) throws SQLException {
    expect(
        0,
        "SELECT count(*) FROM "
            + quoted(offer.table())
            + " o LEFT JOIN "
            + quoted(description.property().table())
            + " p ON p.id = o.property WHERE p.id IS NULL",
        "offers without a property");
  }

  private void verifyStay(StayLayout stay) throws SQLException {
    verifyCells(stay.stockTable(), stay.stock());
    expect(
        0,
        "SELECT count(*) FROM "
            + quoted(description.offer().table())
            + " o LEFT JOIN "
            + quoted(stay.stockTable())
            + " s ON s.id = o.stock WHERE s.id IS NULL",
        "offers without a stock row");
    long prices = 0;
    for (PriceTable price : stay.prices()) {
      verifyCells(price.table(), price.cells());
      expect(
          price.rows(),
          "SELECT count(*) FROM " + quoted(price.table()),
          "rows of " + price.table());
      prices += number(calendars.countCells(price.table(), price.cells()));
    }
    if (prices != filled.prices()) {
      findings.add("prices: packed " + filled.prices() + ", found " + prices);
    }
    verifyLimit(stay.rules().minimumStay());
    verifyLimit(stay.rules().maximumStay());
  }

  private void verifyLimit(StayLimit limit) throws SQLException {
    if (limit != null && limit.table() != null) {
      verifyCells(limit.table(), limit.cells());
    }
  }

  private void verifyCells(String table, CalendarCodec codec) throws SQLException {
    expect(
        0,
        calendars.countUnlikeHorizon(table, codec),
        "packed rows of " + table + " that do not cover the horizon");
  }

  private void expect(long expected, String sql, String what) throws SQLException {
    long found = number(sql);
    if (found != expected) {
      findings.add(what + ": expected " + expected + ", found " + found);
    }
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  private String quoted(String table) {
    return '"' + description.schema() + "\".\"" + table + '"';
  }
}

package tatami.searchbuild.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import tatami.searchbuild.fill.FilledRelease;
import tatami.searchtable.codec.TagArray;
import tatami.searchtable.codec.TagBits;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.expression.NumberExpression;

/** Checks a filled release. */
public final class ReleaseVerification {

  private final ReleaseDescription description;
  private final Connection connection;
  private final FilledRelease filled;
  private final Findings findings;
  private final ManifestWriter manifest;

  /** Checks over a connection that sees the release. */
  public ReleaseVerification(Connection connection, FilledRelease filled) {
    this.description = filled.description();
    this.connection = connection;
    this.filled = filled;
    this.findings = new Findings(connection, description.schema());
    this.manifest = new ManifestWriter(connection, description);
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
      StayVerification stay = new StayVerification(connection, filled, findings);
      stay.verify();
      manifest.add(stay.listEntries());
    }
    return findings.list();
  }

  /**
   * Writes down in the release what its tables hold, so that whoever copies them sees whether it
   * got the same.
   */
  public void writeManifest() throws SQLException {
    manifest.write();
  }

  private void verifyGrain(GrainTable grain) throws SQLException {
    String table = findings.quoted(grain.table());
    findings.expect(grain.rows(), "SELECT count(*) FROM " + table, "rows of " + grain.table());
    findings.expect(
        grain.rows() - 1L,
        "SELECT coalesce(max(id), -1) FROM " + table,
        "highest id of " + grain.table());
    findings.expect(
        grain.rows(),
        "SELECT count(DISTINCT _id) FROM " + findings.quoted(grain.pageView()),
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
    findings.expect(
        0,
        "SELECT count(*) FROM (SELECT DISTINCT "
            + codes
            + " AS code FROM "
            + findings.quoted(grain.table())
            + ") used LEFT JOIN "
            + findings.quoted(dictionary)
            + " known ON known.code = used.code WHERE used.code IS NOT NULL AND known.code IS NULL",
        "codes of " + filter.name() + " without a dictionary entry");
  }

  /** Bits behind the last tag belong to nobody. */
  private void verifySpareBits(GrainTable grain, FilterLayout filter, TagBits bits)
      throws SQLException {
    int last = bits.words() - 1;
    int[] known = IntStream.range(last * TagBits.WORD_BITS, bits.tags()).toArray();
    findings.expect(
        0,
        "SELECT count(*) FROM "
            + findings.quoted(grain.table())
            + " WHERE (\""
            + bits.wordColumn(last)
            + "\" & ~("
            + bits.bits(last, known)
            + ")) <> 0",
        "rows of " + filter.name() + " with bits of no tag");
  }

  private void verifyWords(GrainTable grain, FilterLayout.Keyword filter) throws SQLException {
    String table = findings.quoted(filter.table());
    findings.expect(grain.rows(), "SELECT count(*) FROM " + table, "rows of " + filter.table());
    findings.expect(
        grain.rows() - 1L,
        "SELECT coalesce(max(id), -1) FROM " + table,
        "highest id of " + filter.table());
  }

  private void verifyOffers(GrainTable offer) throws SQLException {
    findings.expect(
        0,
        "SELECT count(*) FROM "
            + findings.quoted(offer.table())
            + " o LEFT JOIN "
            + findings.quoted(description.property().table())
            + " p ON p.id = o.property WHERE p.id IS NULL",
        "offers without a property");
  }
}

package tatami.query.release;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tatami.query.problem.ProblemException;
import tatami.query.problem.ProblemKind;
import tatami.searchtable.description.ReleaseDescription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lists and opens the releases that may be read.
 *
 * <p>Which release is live is read anew for every search; an opened release is kept, the least
 * recently used first out. Thread-safe.
 */
public final class ReleaseShelf {

  private static final int KEPT_OPEN = 64;

  /** No release has this number. */
  private static final int UNPUBLISHED = 0;

  private static final Set<String> MISSING_RELATION = Set.of("42P01", "3F000");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Map<ReleasePointer, OpenRelease> open =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ReleasePointer, OpenRelease> eldest) {
          return size() > KEPT_OPEN;
        }
      };

  /** Lists the readable releases of every catalog; empty where nothing was built yet. */
  public List<ReleasePointer> listAll(Connection connection) throws SQLException {
    List<ReleasePointer> pointers = new ArrayList<>();
    String sql =
        """
        SELECT catalog, release, live, built_at
        FROM tatami.served_v1_release
        ORDER BY catalog COLLATE "C", release
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        pointers.add(
            new ReleasePointer(
                rows.getString("catalog"),
                rows.getInt("release"),
                rows.getBoolean("live"),
                rows.getObject("built_at", OffsetDateTime.class).toInstant()));
      }
    } catch (SQLException missing) {
      if (isMissingRelation(missing)) {
        throw nothingYet();
      }
      throw missing;
    }
    return pointers;
  }

  /**
   * Lists the readable releases of a catalog, exactly one of them live.
   *
   * @throws ProblemException for an unknown catalog, or one without a live release
   */
  public List<ReleasePointer> list(Connection connection, String catalog) throws SQLException {
    List<ReleasePointer> all = listAll(connection);
    if (all.isEmpty()) {
      throw nothingYet();
    }
    List<ReleasePointer> own = all.stream().filter(one -> one.catalog().equals(catalog)).toList();
    if (own.isEmpty()) {
      List<String> known = all.stream().map(ReleasePointer::catalog).distinct().toList();
      throw ProblemException.of(
          ProblemKind.UNKNOWN_CATALOG,
          "no catalog \"" + catalog + "\"; there are: " + String.join(", ", known));
    }
    if (own.stream().noneMatch(ReleasePointer::live)) {
      throw ProblemException.of(
          ProblemKind.UNAVAILABLE,
          "catalog \"" + catalog + "\" has no live release; publish one with: tatami publish");
    }
    return own;
  }

  /** Opens a release, or returns the one that is open already. */
  public OpenRelease open(Connection connection, ReleasePointer pointer) throws SQLException {
    ReleasePointer key =
        new ReleasePointer(pointer.catalog(), pointer.number(), true, pointer.builtAt());
    synchronized (open) {
      OpenRelease known = open.get(key);
      if (known != null) {
        return known;
      }
    }
    ReleaseDescription description = readDescription(connection, pointer);
    OpenRelease opened =
        new OpenRelease(
            pointer,
            description,
            ReleaseReader.readDictionaries(connection, description),
            OpenRelease.MOST_KEPT_ROWS);
    synchronized (open) {
      open.putIfAbsent(key, opened);
      return open.get(key);
    }
  }

  /**
   * Opens a release that nobody may search yet, from its own description; it is not kept.
   *
   * @param connection sees the release's tables
   */
  public static OpenRelease openUnpublished(Connection connection, ReleaseDescription description)
      throws SQLException {
    ReleasePointer pointer =
        new ReleasePointer(description.catalog(), UNPUBLISHED, false, Instant.EPOCH);
    return new OpenRelease(
        pointer,
        description,
        ReleaseReader.readDictionaries(connection, description),
        OpenRelease.MOST_KEPT_ROWS);
  }

  /** Says whether a table or schema was not there: its release may have been retired meanwhile. */
  public static boolean isMissingRelation(SQLException exception) {
    return exception.getSQLState() != null && MISSING_RELATION.contains(exception.getSQLState());
  }

  private static ReleaseDescription readDescription(Connection connection, ReleasePointer pointer)
      throws SQLException {
    String sql =
        "SELECT description FROM tatami.served_v1_release WHERE catalog = ? AND release = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, pointer.catalog());
      statement.setInt(2, pointer.number());
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw new IllegalStateException("the release is not served: " + pointer);
        }
        JsonNode description = MAPPER.readTree(rows.getString(1));
        requireKnownFormat(description.path("format").asInt(0), pointer);
        return MAPPER.treeToValue(description, ReleaseDescription.class);
      }
    }
  }

  /** Looks at the format before anything else, which another format may not have. */
  private static void requireKnownFormat(int format, ReleasePointer pointer) {
    if (format != ReleaseDescription.CURRENT_FORMAT) {
      throw ProblemException.of(
          ProblemKind.UNAVAILABLE,
          "release "
              + pointer.number()
              + " has format "
              + format
              + ", this server reads "
              + ReleaseDescription.CURRENT_FORMAT
              + "; rebuild the catalog, or use the server that fits");
    }
  }

  private static ProblemException nothingYet() {
    return ProblemException.of(
        ProblemKind.UNAVAILABLE, "nothing to search yet; build a release with: tatami rebuild");
  }
}

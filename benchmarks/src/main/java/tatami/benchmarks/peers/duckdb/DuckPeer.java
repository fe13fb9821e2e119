package tatami.benchmarks.peers.duckdb;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tatami.benchmarks.mixed.MixedSearch;
import tatami.benchmarks.mixed.Question;
import tatami.benchmarks.mixed.SearchMoment;
import tatami.benchmarks.peers.folded.Hotels;
import tatami.benchmarks.peers.folded.NumberedSearch;
import tatami.benchmarks.peers.peer.Peer;
import tatami.benchmarks.peers.peer.PeerAnswer;

/** Answers from a database that {@link DuckWriter} wrote. */
public final class DuckPeer implements Peer {

  private final DuckDatabase database;
  private final NightForm form;
  private final Hotels hotels;
  private final SearchMoment moment;
  private final List<PreparedStatement> prepared = new ArrayList<>();

  private DuckPeer(DuckDatabase database, NightForm form, Hotels hotels, SearchMoment moment) {
    this.database = database;
    this.form = form;
    this.hotels = hotels;
    this.moment = moment;
  }

  /** Opens a database; its writer is closed. */
  public static DuckPeer open(Path file, NightForm form, Hotels hotels, SearchMoment moment)
      throws SQLException {
    return new DuckPeer(DuckDatabase.open(file), form, hotels, moment);
  }

  @Override
  public String name() {
    return "duckdb, " + form.label();
  }

  @Override
  public long bytes() throws SQLException {
    return database.bytes();
  }

  @Override
  public Prepared prepare(Question question, MixedSearch search) throws SQLException {
    NumberedSearch numbered = new NumberedSearch(search, moment, hotels);
    TableFacts facts =
        TableFacts.read(database, new StayText(numbered), search.adults(), search.nights());
    List<PreparedStatement> statements = new ArrayList<>();
    int amenities = hotels.amenities().size();
    for (String text : new DuckStatements(form, numbered, facts, amenities).of(question)) {
      statements.add(database.prepare(text));
    }
    prepared.addAll(statements);
    return () -> {
      PeerAnswer answer =
          question == Question.CALENDAR
              ? calendar(statements.get(0), numbered.checkIn())
              : page(statements, search);
      return () -> answer.answered(hotels);
    };
  }

  private PeerAnswer page(List<PreparedStatement> statements, MixedSearch search)
      throws SQLException {
    DuckRows read = new DuckRows(hotels, search.byPrice());
    for (PreparedStatement statement : statements) {
      try (ResultSet rows = statement.executeQuery()) {
        read.add(rows);
      }
    }
    return read.page();
  }

  private PeerAnswer calendar(PreparedStatement statement, int firstDay) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      return form == NightForm.ROWS
          ? DuckRows.calendarOfRows(rows)
          : DuckRows.calendarOfRow(rows, firstDay);
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : prepared) {
      statement.close();
    }
    database.close();
  }
}

package tatami.query.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tatami.query.answer.AnswerFrame;
import tatami.query.calendar.CalendarWriter;
import tatami.query.master.MasterRow;
import tatami.query.master.MasterRows;
import tatami.query.problem.ProblemException;
import tatami.query.problem.ProblemKind;
import tatami.query.problem.RequestError;
import tatami.query.release.OpenRelease;
import tatami.query.release.ReleasePointer;
import tatami.query.release.ReleaseShelf;
import tatami.query.request.CalendarRequest;
import tatami.query.request.Guests;
import tatami.query.request.RequestReader;
import tatami.query.request.SearchRequest;
import tatami.query.request.WhyNotRequest;
import tatami.query.sql.SearchPlan;
import tatami.query.sql.SqlCandidates;
import tatami.query.stay.CandidateReader;
import tatami.query.stay.Candidates;
import tatami.query.stay.StayNeeds;
import tatami.query.stay.StayTerms;
import tatami.query.stay.StayTerms.StayJudge;
import tatami.query.stay.WhyNot;
import tatami.query.whynot.Outcome;
import tatami.query.whynot.StaySurvey;
import tatami.query.whynot.Stays;
import tatami.query.whynot.WhyNotSearch;
import tatami.query.whynot.WhyNotSearch.AskedStay;
import tatami.query.whynot.WhyNotWriter;
import tatami.query.whynot.WhyNotWriter.JudgedOffer;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.ReleaseDescription;
import tools.jackson.databind.JsonNode;

/** One question about all stays of the live release, in one transaction. */
final class StayQuestion {

  private final ReleaseShelf shelf;
  private final Connection connection;
  private final String catalog;
  private final Instant now;

  StayQuestion(ReleaseShelf shelf, Connection connection, String catalog, Instant now) {
    this.shelf = shelf;
    this.connection = connection;
    this.catalog = catalog;
    this.now = now;
  }

  /** What is done with a question that was parsed. */
  private interface Ending {
    String run(JsonNode request, OpenRelease release) throws SQLException;
  }

  /** Answers with the prices of each check-in of a range. */
  SearchReply answerCalendar(String requestJson) throws SQLException {
    return answer(requestJson, this::calendar);
  }

  /** Answers with what hinders stays, and what would not. */
  SearchReply answerWhyNot(String requestJson) throws SQLException {
    return answer(requestJson, this::whyNot);
  }

  private SearchReply answer(String requestJson, Ending ending) throws SQLException {
    ReleasePointer live =
        shelf.list(connection, catalog).stream()
            .filter(ReleasePointer::live)
            .findFirst()
            .orElseThrow();
    try {
      JsonNode request = RequestReader.parse(requestJson);
      String json = ending.run(request, shelf.open(connection, live));
      return new SearchReply(200, json, live.number());
    } catch (ProblemException problem) {
      throw problem.withRelease(live.number());
    }
  }

  private String calendar(JsonNode tree, OpenRelease release) throws SQLException {
    CalendarRequest request = RequestReader.readCalendar(tree, release, today(release));
    SearchRequest search = request.search();
    int first = nightOf(release, request.checkIns().from());
    Stays stays =
        new Stays(first, nightOf(release, request.checkIns().to()), search.stay().nights());
    SearchPlan plan = SearchPlan.of(connection, release, search, now);
    Candidates candidates = SqlCandidates.of(connection, plan).read(needs(plan.terms(), stays));
    List<Outcome> outcomes =
        StaySurvey.of(candidates, judge(plan.terms(), candidates), stays, search.price());
    return new CalendarWriter(frame(release, search), search).write(outcomes);
  }

  private String whyNot(JsonNode tree, OpenRelease release) throws SQLException {
    WhyNotRequest request = RequestReader.readWhyNot(tree, release, today(release));
    SearchRequest search = request.search();
    Integer property = request.key() == null ? null : findProperty(release, tree, request.key());
    AskedStay stay = askedStay(release, search);
    SearchPlan plan = SearchPlan.of(connection, release, search, now);
    StayTerms terms = plan.terms();
    SortedMap<Integer, StayTerms> others = termsOfOtherRooms(release, search.stay().guests());
    List<StayTerms> all = new ArrayList<>(others.values());
    all.add(terms);
    CandidateReader reader =
        property == null
            ? SqlCandidates.of(connection, plan)
            : SqlCandidates.ofProperty(connection, plan, property);
    Candidates candidates = reader.read(needsOfAll(all, stay.window()));
    WhyNotSearch whyNot =
        new WhyNotSearch(candidates, judge(terms, candidates), stay, search.price());
    SortedMap<Integer, StayJudge> otherRooms = new TreeMap<>();
    others.forEach((rooms, other) -> otherRooms.put(rooms, judge(other, candidates)));
    WhyNotSearch.Answer answer = whyNot.answer(otherRooms);
    WhyNotWriter writer = new WhyNotWriter(frame(release, search), search);
    return property == null
        ? writer.write(answer)
        : writer.write(
            request.key(), answer, judgedOffers(release, candidates, whyNot.listCodes()));
  }

  private static StayJudge judge(StayTerms terms, Candidates candidates) {
    return terms.judge(candidates.offers(), candidates.cells());
  }

  private static StayNeeds needs(StayTerms terms, Stays stays) {
    return terms.needs(stays.firstCheckIn(), stays.lastCheckIn(), stays.nights());
  }

  /** Cells are read once, for whoever judges them: all see one window, each its own prices. */
  private static StayNeeds needsOfAll(List<StayTerms> terms, Stays stays) {
    SortedSet<Integer> prices = new TreeSet<>();
    terms.forEach(each -> prices.addAll(needs(each, stays).prices()));
    StayNeeds window = needs(terms.get(0), stays);
    return new StayNeeds(window.firstNight(), window.lastNight(), prices);
  }

  private SortedMap<Integer, StayTerms> termsOfOtherRooms(OpenRelease release, Guests guests) {
    SortedMap<Integer, StayTerms> terms = new TreeMap<>();
    for (int rooms : new int[] {guests.roomCount() - 1, guests.roomCount() + 1}) {
      guests
          .findSplit(rooms)
          .ifPresent(split -> terms.put(rooms, StayTerms.of(release.description(), split, now)));
    }
    return terms;
  }

  private AskedStay askedStay(OpenRelease release, SearchRequest search) {
    int today = Math.max(0, nightOf(release, today(release)));
    int end = release.description().horizon().nights();
    int checkIn = nightOf(release, search.stay().checkIn());
    return AskedStay.of(checkIn, search.stay().nights(), today, end);
  }

  private int findProperty(OpenRelease release, JsonNode tree, List<String> key)
      throws SQLException {
    ReleaseDescription description = release.description();
    GrainTable property = description.property();
    OptionalInt found = MasterRows.findId(connection, description.schema(), property, key);
    if (found.isEmpty()) {
      String detail = "no " + property.name() + " has this key; give it as answers do";
      throw ProblemException.of(
          ProblemKind.UNKNOWN_KEY, List.of(new RequestError("/key", tree.get("key"), detail)));
    }
    return found.getAsInt();
  }

  private List<JudgedOffer> judgedOffers(
      OpenRelease release, Candidates candidates, List<WhyNot> codes) throws SQLException {
    ReleaseDescription description = release.description();
    GrainTable offer = description.offer();
    int[] ids = new int[codes.size()];
    for (int position = 0; position < ids.length; position++) {
      ids[position] = candidates.offers().id(position);
    }
    Map<Integer, MasterRow> rows =
        MasterRows.read(connection, description.schema(), offer, List.of(), ids);
    List<JudgedOffer> judged = new ArrayList<>();
    for (int position = 0; position < ids.length; position++) {
      judged.add(new JudgedOffer(rows.get(ids[position]).key(), codes.get(position)));
    }
    return judged;
  }

  private AnswerFrame frame(OpenRelease release, SearchRequest search) {
    return new AnswerFrame(release, search.warnings(), now);
  }

  private LocalDate today(OpenRelease release) {
    return LocalDate.ofInstant(now, release.zone());
  }

  private static int nightOf(OpenRelease release, LocalDate day) {
    LocalDate first = release.description().horizon().firstNight();
    return Math.toIntExact(ChronoUnit.DAYS.between(first, day));
  }
}

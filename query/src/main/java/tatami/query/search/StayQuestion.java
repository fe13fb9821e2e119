package tatami.query.search;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tatami.query.answer.AnswerFrame;
import tatami.query.calendar.CalendarWriter;
import tatami.query.engine.Engine;
import tatami.query.engine.SearchPlan;
import tatami.query.master.MasterRow;
import tatami.query.problem.ProblemException;
import tatami.query.problem.ProblemKind;
import tatami.query.problem.RequestError;
import tatami.query.release.OpenRelease;
import tatami.query.release.ReleasePointer;
import tatami.query.request.CalendarRequest;
import tatami.query.request.Guests;
import tatami.query.request.Guests.SplitParty;
import tatami.query.request.RequestReader;
import tatami.query.request.SearchRequest;
import tatami.query.request.WhyNotRequest;
import tatami.query.stay.CandidateReader;
import tatami.query.stay.Candidates;
import tatami.query.stay.StayNeeds;
import tatami.query.stay.StayTerms;
import tatami.query.stay.StayTerms.StayJudge;
import tatami.query.stay.WhyNot;
import tatami.query.survey.Stays;
import tatami.query.whynot.WhyNotSearch;
import tatami.query.whynot.WhyNotSearch.AskedStay;
import tatami.query.whynot.WhyNotWriter;
import tatami.query.whynot.WhyNotWriter.JudgedOffer;
import tatami.searchtable.description.GrainTable;
import tools.jackson.databind.JsonNode;

/** One question about all stays of the live release, of one view. */
final class StayQuestion {

  private final ReadView view;
  private final Instant now;

  StayQuestion(ReadView view, Instant now) {
    this.view = view;
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
        view.releases().stream().filter(ReleasePointer::live).findFirst().orElseThrow();
    try {
      JsonNode request = RequestReader.parse(requestJson);
      String json = ending.run(request, view.open(live));
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
    Engine engine = view.engine(release);
    return engine.reading(
        () -> {
          SearchPlan plan = SearchPlan.of(release, search, now, engine);
          return new CalendarWriter(frame(release, engine, search), search)
              .write(engine.survey(plan, stays));
        });
  }

  private String whyNot(JsonNode tree, OpenRelease release) throws SQLException {
    WhyNotRequest request = RequestReader.readWhyNot(tree, release, today(release));
    SearchRequest search = request.search();
    Integer property = request.key() == null ? null : findProperty(release, tree, request.key());
    AskedStay stay = askedStay(release, search);
    Engine engine = view.engine(release);
    return engine.reading(
        () -> {
          SearchPlan plan = SearchPlan.of(release, search, now, engine);
          CandidateReader reader =
              property == null ? engine.candidates(plan) : engine.candidatesOf(plan, property);
          WhyNotWriter writer = new WhyNotWriter(frame(release, engine, search), search);
          return whyNot(plan, stay, reader, property == null ? null : request.key(), writer);
        });
  }

  /**
   * Answers from candidates.
   *
   * @param key of the only property that is asked about; null where there is no such
   */
  private String whyNot(
      SearchPlan plan,
      AskedStay stay,
      CandidateReader reader,
      List<String> key,
      WhyNotWriter writer)
      throws SQLException {
    OpenRelease release = plan.release();
    SearchRequest search = plan.request();
    SortedMap<Integer, StayTerms> others = termsOfOtherRooms(release, search.stay().guests());
    List<StayTerms> all = new ArrayList<>(others.values());
    all.add(plan.terms());
    Candidates candidates = reader.read(needsOfAll(all, stay.window()));
    WhyNotSearch whyNot =
        new WhyNotSearch(candidates, judge(plan.terms(), candidates), stay, search.price());
    SortedMap<Integer, StayJudge> otherRooms = new TreeMap<>();
    others.forEach((rooms, other) -> otherRooms.put(rooms, judge(other, candidates)));
    WhyNotSearch.Answer answer = whyNot.answer(otherRooms);
    return key == null
        ? writer.write(answer)
        : writer.write(key, answer, judgedOffers(release, candidates, whyNot.listCodes()));
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

  private SortedMap<Integer, StayTerms> termsOfOtherRooms(OpenRelease release, Guests guests)
      throws SQLException {
    SortedMap<Integer, StayTerms> terms = new TreeMap<>();
    for (int rooms : new int[] {guests.roomCount() - 1, guests.roomCount() + 1}) {
      Optional<SplitParty> split = guests.findSplit(rooms);
      if (split.isPresent()) {
        terms.put(rooms, SearchPlan.terms(release, split.get(), now));
      }
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
    GrainTable property = release.description().property();
    OptionalInt found = view.masters(release).findProperty(key);
    if (found.isEmpty()) {
      String detail = "no " + property.name() + " has this key; give it as answers do";
      throw ProblemException.of(
          ProblemKind.UNKNOWN_KEY, List.of(new RequestError("/key", tree.get("key"), detail)));
    }
    return found.getAsInt();
  }

  private List<JudgedOffer> judgedOffers(
      OpenRelease release, Candidates candidates, List<WhyNot> codes) throws SQLException {
    int[] ids = new int[codes.size()];
    for (int position = 0; position < ids.length; position++) {
      ids[position] = candidates.offers().id(position);
    }
    Map<Integer, MasterRow> rows = view.masters(release).read(List.of(), new int[0], ids).offers();
    List<JudgedOffer> judged = new ArrayList<>();
    for (int position = 0; position < ids.length; position++) {
      judged.add(new JudgedOffer(rows.get(ids[position]).key(), codes.get(position)));
    }
    return judged;
  }

  private AnswerFrame frame(OpenRelease release, Engine engine, SearchRequest search) {
    return new AnswerFrame(release, engine.position(), search.warnings(), now);
  }

  private LocalDate today(OpenRelease release) {
    return LocalDate.ofInstant(now, release.zone());
  }

  private static int nightOf(OpenRelease release, LocalDate day) {
    LocalDate first = release.description().horizon().firstNight();
    return Math.toIntExact(ChronoUnit.DAYS.between(first, day));
  }
}

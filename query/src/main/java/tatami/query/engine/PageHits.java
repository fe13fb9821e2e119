package tatami.query.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tatami.query.engine.FoundPage.FoundOffer;
import tatami.query.engine.FoundPage.Hit;
import tatami.query.engine.Ranking.Ranked;
import tatami.query.request.Guests.Room;
import tatami.query.request.Guests.SplitParty;
import tatami.query.stay.StayTerms.StayJudge;

/** Makes the hits of a page. */
public final class PageHits {

  private final SearchPlan plan;
  private final FilteredOffers offers;
  private final OfferTotals totals;
  private final Matches matches;
  private final StayJudge judge;

  /**
   * Binds to what was read.
   *
   * @param offers null where the catalog has none
   * @param judge tells how a party was split; null without dates
   */
  public PageHits(
      SearchPlan plan,
      FilteredOffers offers,
      OfferTotals totals,
      Matches matches,
      StayJudge judge) {
    this.plan = plan;
    this.offers = offers;
    this.totals = totals;
    this.matches = matches;
    this.judge = judge;
  }

  public List<Hit> list(List<Ranked> page) {
    return page.stream().map(this::hit).toList();
  }

  private Hit hit(Ranked ranked) {
    int id = ranked.property();
    Long distance = plan.neighbours() == null ? null : plan.neighbours().millimetresOf(id);
    return offers == null
        ? new Hit(id, null, null, 0, List.of(), distance)
        : hitWithOffers(ranked, distance);
  }

  private Hit hitWithOffers(Ranked ranked, Long distance) {
    List<Integer> passing =
        IntStream.range(ranked.first(), ranked.end())
            .filter(position -> matches.passes(position, 0))
            .boxed()
            .toList();
    List<Integer> priced =
        passing.stream().filter(position -> totals.lowest(position) != OfferTotals.NONE).toList();
    return new Hit(
        ranked.property(),
        priced.stream().map(totals::lowest).min(Comparator.naturalOrder()).orElse(null),
        priced.stream().map(totals::highest).max(Comparator.naturalOrder()).orElse(null),
        passing.size(),
        cheapest(passing),
        distance);
  }

  private List<FoundOffer> cheapest(List<Integer> passing) {
    List<Integer> ordered = new ArrayList<>(passing);
    ordered.sort(Comparator.comparingLong(totals::lowest));
    return ordered.stream().limit(plan.request().offers()).map(this::offer).toList();
  }

  private FoundOffer offer(int position) {
    long lowest = totals.lowest(position);
    Long total = lowest == OfferTotals.NONE ? null : Long.valueOf(lowest);
    return new FoundOffer(offers.id(position), total, rooms(position));
  }

  private List<Room> rooms(int position) {
    boolean isSplit = plan.request().stay().guests() instanceof SplitParty;
    return isSplit && plan.isDated()
        ? judge.rooms(position, plan.checkInNight(), plan.request().stay().nights())
        : null;
  }
}

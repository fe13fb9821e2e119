package tatami.query.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tatami.query.release.OpenRelease;
import tatami.query.release.TestReleases;
import tatami.query.request.Condition;
import tatami.query.request.RequestReader;
import tatami.query.request.SearchRequest;
import tatami.query.request.SortReader;
import tatami.searchtable.description.StayLayout.PriceModel;

class StandardSearchesTest {

  @ParameterizedTest
  @MethodSource("releases")
  void everySearchIsOneThatACallerMaySend(OpenRelease release) {
    assertThat(requests(release))
        .hasSizeBetween(12, 60)
        .allSatisfy(request -> assertThat(request.warnings()).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("releases")
  void everyFilterSortAndFacetIsUsed(OpenRelease release) {
    Set<String> filters = new HashSet<>();
    Set<String> sorts = new HashSet<>();
    Set<String> facets = new HashSet<>();
    for (SearchRequest request : requests(release)) {
      request.where().forEach(condition -> filters.add(condition.filter().name()));
      sorts.add(request.sort().name());
      request.facets().forEach(facet -> facets.add(facet.name()));
    }
    Set<String> known = new HashSet<>();
    release.listFilters().forEach(filter -> known.add(filter.name()));
    assertThat(filters).isEqualTo(known);
    assertThat(sorts).containsAll(SortReader.listNames(release.description()));
    known.removeAll(Set.of("berth", "words"));
    assertThat(facets).isEqualTo(known);
  }

  @ParameterizedTest
  @MethodSource("releases")
  void severalPathsAreNoSingleRange(OpenRelease release) {
    assertThat(requests(release))
        .flatExtracting(SearchRequest::where)
        .filteredOn(Condition.InSubtrees.class::isInstance)
        .extracting(condition -> ((Condition.InSubtrees) condition).intervals().size())
        .contains(1, 2);
  }

  @ParameterizedTest
  @MethodSource("releases")
  void staysAreShortLongAndOfSeveralRooms(OpenRelease release) {
    if (release.description().stay() == null) {
      return;
    }
    assertThat(requests(release))
        .filteredOn(request -> request.stay().checkIn() != null)
        .extracting(request -> request.stay().nights() + "/" + request.stay().guests().roomCount())
        .contains("1/1", "2/2", "9/1");
  }

  private static Stream<OpenRelease> releases() {
    return Stream.of(
        TestReleases.boats(PriceModel.PER_PERSON),
        TestReleases.boats(PriceModel.PER_UNIT),
        TestReleases.shops());
  }

  private static List<SearchRequest> requests(OpenRelease release) {
    return new StandardSearches(release)
        .list().stream()
            .map(
                search ->
                    RequestReader.read(
                        search.request(),
                        release,
                        StandardSearches.today(release.description()),
                        false))
            .toList();
  }
}

package tatami.query.answer;

import java.time.Instant;
import java.util.Map;
import tatami.query.master.MasterRow;
import tatami.query.release.OpenRelease;
import tatami.query.request.SearchRequest;
import tatami.query.sql.FoundPage;

/**
 * Everything that an answer tells.
 *
 * @param release what was searched
 * @param request what was asked
 * @param page what was found
 * @param properties master rows of the hits, by surrogate
 * @param offers master rows of their offers, by surrogate
 * @param next text of the next page's cursor; null on the last page
 * @param now the request's instant
 */
public record Answer(
    OpenRelease release,
    SearchRequest request,
    FoundPage page,
    Map<Integer, MasterRow> properties,
    Map<Integer, MasterRow> offers,
    String next,
    Instant now) {}

package tatami.query.answer;

import tatami.query.engine.FoundPage;
import tatami.query.master.MasterSource.Shown;
import tatami.query.request.SearchRequest;

/**
 * Everything that an answer tells.
 *
 * @param frame what was searched, and when
 * @param request what was asked
 * @param page what was found
 * @param shown master rows of the hits and of their offers
 * @param next text of the next page's cursor; null on the last page
 */
public record Answer(
    AnswerFrame frame, SearchRequest request, FoundPage page, Shown shown, String next) {}

package tatami.ingest.synthetic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tatami.ingest.synthetic.Breakage.Line;
import tatami.ingest.synthetic.Breakage.Outcome;

/**
 * Which rows of a feed are broken: one after every half to one and a half times as many good ones
 * as asked, in each of the feed's ways in turn, beginning with any of them.
 */
final class FeedMess {

  /** Header of the list of lines that are not as they should be. */
  static final String[] LIST_HEADER = {"feed", "file", "line", "kind", "outcome", "reason"};

  /** No row is broken. */
  static final FeedMess NONE = new FeedMess("", List.of(), 0, null, null);

  private final String feed;
  private final List<Breakage> breakages;
  private final int oneOf;
  private final SplittableRandom random;
  private final FeedFile list;
  private int turn;
  private long next = Long.MAX_VALUE;

  /**
   * Breaks rows.
   *
   * @param oneOf about one of so many rows
   * @param list takes a row for each line that is not as it should be
   */
  FeedMess(
      String feed, List<Breakage> breakages, int oneOf, SplittableRandom random, FeedFile list) {
    this.feed = feed;
    this.breakages = breakages;
    this.oneOf = oneOf;
    this.random = random;
    this.list = list;
    if (!breakages.isEmpty()) {
      turn = random.nextInt(breakages.size());
      goOn(0);
    }
  }

  /**
   * Tells whether a row is to be broken; rows are counted from 0, with the lines that came of
   * broken ones.
   */
  boolean isNext(long row) {
    return row == next;
  }

  /** Decides which row is broken after some. */
  void goOn(long rows) {
    next = rows + oneOf / 2 + random.nextInt(oneOf);
  }

  /**
   * Breaks a row and lists what came of it.
   *
   * @param line of the file, on which the row stands
   * @return the lines to write, each with its line feed
   */
  List<byte[]> breakRow(String file, long line, String... fields) throws IOException {
    Breakage breakage = breakages.get(turn++ % breakages.size());
    List<byte[]> texts = new ArrayList<>();
    for (Line broken : breakage.apply(fields)) {
      if (broken.outcome() != Outcome.TAKEN) {
        list.row(
            feed,
            file,
            Long.toString(line + texts.size()),
            breakage.kind(),
            broken.outcome().word(),
            broken.reason());
      }
      texts.add(broken.text());
    }
    return texts;
  }
}

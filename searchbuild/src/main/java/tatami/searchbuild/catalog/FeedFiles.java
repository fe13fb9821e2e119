package tatami.searchbuild.catalog;

import java.nio.file.FileSystems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import tatami.searchbuild.catalog.YamlNode.Scalar;

/**
 * Which files a feed has, and how they are written.
 *
 * @param patterns file name patterns
 * @param separator between fields
 */
record FeedFiles(List<String> patterns, char separator) {

  private static final List<String> SEPARATORS = List.of(",", "\t", ";", "|");
  private static final List<String> LATER = List.of(".parquet", ".jsonl", ".json");

  static FeedFiles read(Section feed, Problems problems) {
    List<Scalar> patterns = feed.texts("files");
    patterns.forEach(pattern -> check(pattern, feed.pathOf("files"), problems));
    checkEncoding(feed, problems);
    List<String> texts = patterns.stream().map(Scalar::text).toList();
    return new FeedFiles(texts, readSeparator(feed, texts, problems));
  }

  private static void check(Scalar pattern, String path, Problems problems) {
    String text = pattern.text();
    String lower = text.toLowerCase(Locale.ROOT);
    Optional<String> later = LATER.stream().filter(lower::endsWith).findFirst();
    if (text.contains("/") || text.contains("\\") || text.contains("..")) {
      problems.add(
          pattern.place(),
          path
              + " are names in the folder of the feeds, without \"/\", \"\\\" and \"..\", got \""
              + text
              + "\"");
    } else if (later.isPresent()) {
      problems.add(
          pattern.place(),
          LaterWords.notYet(
              "\"" + later.get() + "\" in " + path, "deliver .csv or .tsv, plain, .gz or .zst"));
    } else if (!isGlob(text)) {
      problems.add(pattern.place(), path + " has a pattern with an open bracket: \"" + text + "\"");
    }
  }

  private static boolean isGlob(String pattern) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern) != null;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private static void checkEncoding(Section feed, Problems problems) {
    Optional<Scalar> encoding = feed.text("encoding");
    if (encoding.isEmpty() || encoding.get().text().equalsIgnoreCase("utf-8")) {
      return;
    }
    String written = encoding.get().text();
    boolean later = written.equalsIgnoreCase("windows-31j");
    problems.add(
        encoding.get().place(),
        later
            ? LaterWords.notYet(
                "encoding \"" + written + "\" " + feed.where(), "deliver UTF-8 and leave it out")
            : feed.pathOf("encoding") + " is utf-8, got \"" + written + "\"");
  }

  private static char readSeparator(Section feed, List<String> patterns, Problems problems) {
    long tabbed = patterns.stream().filter(FeedFiles::saysTabs).count();
    Optional<Scalar> separator = feed.text("separator");
    if (separator.isEmpty()) {
      if (tabbed > 0 && tabbed < patterns.size() && !feed.has("separator")) {
        problems.add(
            feed.placeOf("files"),
            feed.pathOf("files") + " mixes .tsv with others: name the separator of all of them");
      }
      return tabbed > 0 ? '\t' : ',';
    }
    if (!SEPARATORS.contains(separator.get().text())) {
      problems.add(
          separator.get().place(),
          feed.pathOf("separator")
              + " is \",\", \"\\t\" (in double quotes), \";\" or \"|\", got \""
              + separator.get().text()
              + "\"");
    }
    return separator.get().text().charAt(0);
  }

  private static boolean saysTabs(String pattern) {
    return pattern.toLowerCase(Locale.ROOT).contains(".tsv");
  }
}

package tatami.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the compiled classes cannot show: words in sources, links in documents. */
class SourceTreeTest {

  private static final Path PROJECT =
      Path.of(System.getProperty("tatami.projectFolder", "..")).toAbsolutePath().normalize();
  private static final Pattern COMMENT = Pattern.compile("//.*|/\\*[\\s\\S]*?\\*/");
  private static final Pattern CATALOG_WORD =
      Pattern.compile(
          "(?i)airbnb|amenit|\\byen\\b|\"listing|neighbourhood|hotel_|hotel\"|accommodates|review_scores");
  private static final Pattern FORBIDDEN_PACKAGE =
      Pattern.compile("\\.(util|utils|common|helper|helpers|manager|impl|model|dto|misc)(\\.|;)");
  private static final Pattern MARKDOWN_LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");

  /** Feeds are generated for one catalog, and schemas by hand are made by hand for one. */
  private static final List<String> MADE_FOR_ONE_CATALOG =
      List.of(
          "/ingest/synthetic/",
          "/benchmarks/mixed/",
          "/benchmarks/normalised/",
          "/benchmarks/peers/");

  @Test
  void noIdentifierOfACatalogStandsInMainCode() {
    List<String> found = new ArrayList<>();
    for (Path source : mainSources()) {
      boolean mayKnow = MADE_FOR_ONE_CATALOG.stream().anyMatch(source.toString()::contains);
      String code = COMMENT.matcher(read(source)).replaceAll("").replace("catalogs/airbnb", "");
      Matcher matcher = CATALOG_WORD.matcher(code);
      if (!mayKnow && matcher.find()) {
        found.add(PROJECT.relativize(source) + ": " + matcher.group());
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void packagesAreNamedAfterConcepts() {
    assertThat(mainSources())
        .noneMatch(
            source ->
                read(source)
                    .lines()
                    .filter(line -> line.startsWith("package "))
                    .anyMatch(line -> FORBIDDEN_PACKAGE.matcher(line).find()));
  }

  @Test
  void onlyTheRegisterMovesTheLivePointer() {
    assertThat(mainSources())
        .filteredOn(source -> read(source).contains("SET live_release"))
        .extracting(source -> source.getFileName().toString())
        .containsExactly("ReleaseRegister.java");
  }

  @Test
  void everyLinkInADocumentLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      Matcher matcher = MARKDOWN_LINK.matcher(read(document));
      while (matcher.find()) {
        String target = matcher.group(1);
        boolean isLocal = !target.contains("://") && !target.startsWith("mailto:");
        if (isLocal && !Files.exists(document.getParent().resolve(target))) {
          broken.add(PROJECT.relativize(document) + ": " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    try (Stream<Path> top = Files.list(PROJECT);
        Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
      Stream.concat(top, docs)
          .filter(path -> path.toString().endsWith(".md"))
          .forEach(documents::add);
    }
    assertThat(documents).isNotEmpty();
    return documents;
  }

  private static List<Path> mainSources() {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> modules = Files.list(PROJECT)) {
      for (Path module : modules.toList()) {
        Path main = module.resolve("src/main/java");
        if (Files.isDirectory(main)) {
          try (Stream<Path> files = Files.walk(main)) {
            files.filter(path -> path.toString().endsWith(".java")).forEach(sources::add);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(sources).hasSizeGreaterThan(50);
    return sources;
  }

  private static String read(Path path) {
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package tatami.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tatami.ingest.compression.Compression;
import tatami.ingest.synthetic.GeneratedFeeds;
import tatami.ingest.synthetic.GeneratedFeeds.GeneratedFile;
import tatami.ingest.synthetic.PricedPer;
import tatami.ingest.synthetic.RyokanFeeds;
import tatami.ingest.synthetic.RyokanOptions;

/** Makes synthetic feeds. */
@Command(
    name = "generate",
    description = "Makes synthetic feeds: equal flags give equal rows.",
    footer = {
      "",
      "Examples:",
      "  tatami generate ryokan --hotels 2000 --seed 1 --start 2026-12-01 --out feeds",
      "  tatami generate ryokan --price room --compression zst --out feeds",
      "  tatami generate ryokan --hotels 200 --mess --out feeds"
    })
final class GenerateCommand extends TatamiCommand {

  /** The kinds of feeds that there are. */
  enum FeedKind {
    /** Japanese inns, for the catalogs in {@code catalogs/ryokan}. */
    RYOKAN
  }

  @Parameters(paramLabel = "KIND", description = "what to make: ryokan")
  FeedKind kind;

  @Mixin RyokanFlags size = new RyokanFlags();

  @Option(
      names = "--start",
      paramLabel = "DATE",
      description = "the first night (default: today in Japan, or --now)")
  LocalDate start;

  @Option(
      names = "--price",
      paramLabel = "MODEL",
      description = "prices per person (default), room or unit; each has its catalog")
  PricedPer price = PricedPer.PERSON;

  @Option(
      names = "--compression",
      paramLabel = "FORMAT",
      description = "how files are packed: gz (default), zst or none")
  Compression compression = Compression.GZ;

  @Option(
      names = "--mess",
      arity = "0..1",
      fallbackValue = "1000",
      paramLabel = "N",
      description = "breaks one of N rows (default: 1000) and lists them in mess.csv")
  Integer mess;

  @Option(names = "--out", paramLabel = "DIR", description = "where to; the same as --feeds")
  Path out;

  GenerateCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  int run() {
    Path folder = out == null ? flags.feeds : out;
    if (folder == null || (out != null && flags.feeds != null)) {
      throw new UsageException("say once where the feeds go: --out DIR");
    }
    LocalDate firstNight = start == null ? today() : start;
    console().progress("generating " + size + " from " + firstNight + " into " + folder);
    GeneratedFeeds feeds = generate(folder, firstNight);
    if (flags.isJson()) {
      console().printDocument(document(firstNight, feeds));
    } else {
      feeds.files().forEach(file -> console().printLine(line(file)));
      if (feeds.mess() != null) {
        console().printLine(line(feeds.mess()));
      }
    }
    return ExitCodes.OK;
  }

  private GeneratedFeeds generate(Path folder, LocalDate firstNight) {
    try {
      return RyokanFeeds.generate(size.size(), options(), firstNight, folder);
    } catch (IOException failure) {
      throw new CommandFailedException(
          "the feeds cannot be written into " + folder + ": " + failure, failure);
    }
  }

  private RyokanOptions options() {
    OptionalInt oneOf = mess == null ? OptionalInt.empty() : OptionalInt.of(mess);
    try {
      return new RyokanOptions(size.seed, price, compression, oneOf);
    } catch (IllegalArgumentException outOfBounds) {
      throw new UsageException(outOfBounds.getMessage());
    }
  }

  private LocalDate today() {
    ZoneId zone = ZoneId.of("Asia/Tokyo");
    return LocalDate.ofInstant(flags.now(zone), zone);
  }

  private static String line(GeneratedFile file) {
    return String.format("%-26s %,13d rows %,13d bytes", file.name(), file.rows(), file.bytes());
  }

  private static Map<String, Object> document(LocalDate firstNight, GeneratedFeeds feeds) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("folder", feeds.folder().toString());
    document.put("first_night", firstNight.toString());
    document.put("files", feeds.files());
    if (feeds.mess() != null) {
      document.put("mess", feeds.mess());
    }
    return document;
  }
}

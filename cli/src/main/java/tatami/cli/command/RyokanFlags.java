package tatami.cli.command;

import picocli.CommandLine.Option;
import tatami.ingest.synthetic.RyokanSize;

/** How much is generated: whatever is not given is as in the demo. */
final class RyokanFlags {

  @Option(names = "--hotels", paramLabel = "N", description = "how many hotels (default: 2000)")
  int hotels = RyokanSize.demo().hotels();

  @Option(
      names = "--plans",
      paramLabel = "N",
      description = "plans a hotel, on average (default: 3)")
  int plans = RyokanSize.demo().plansPerHotel();

  @Option(
      names = "--occupancies",
      paramLabel = "N",
      description = "rooms are priced for 1 to N guests (default: 4)")
  int occupancies = RyokanSize.demo().occupancies();

  @Option(names = "--days", paramLabel = "N", description = "how many nights (default: 366)")
  int days = RyokanSize.demo().days();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "another seed, other feeds (default: 1)")
  long seed = 1;

  RyokanSize size() {
    try {
      return new RyokanSize(hotels, plans, occupancies, days);
    } catch (IllegalArgumentException outOfBounds) {
      throw new UsageException(outOfBounds.getMessage());
    }
  }

  @Override
  public String toString() {
    return hotels + " hotels for " + days + " nights";
  }
}

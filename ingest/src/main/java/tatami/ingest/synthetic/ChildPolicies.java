package tatami.ingest.synthetic;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import tatami.ingest.synthetic.ChildPolicy.Band;
import tatami.ingest.synthetic.ChildPolicy.Pricing;

/**
 * The few child policies that all hotels share: three of each kind of the word list, which differ
 * in percents and amounts. Immutable.
 */
final class ChildPolicies {

  static final String[] HEADER = {
    "policy_code", "band", "age_from", "age_to", "person_class", "counts", "percent", "yen"
  };

  private static final int OF_A_KIND = 3;

  /** Shares are multiples of this, in hundredths of a percent; amounts of as many yen. */
  private static final int STEP = 100;

  private final List<ChildPolicy> policies = new ArrayList<>();
  private final Choice<ChildPolicy> usual;
  private final Choice<ChildPolicy> priced;

  ChildPolicies(SplittableRandom random) {
    Map<String, List<NamedCsvRecord>> kinds =
        WordList.read("child_policies.csv").list(line -> line).stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.getField("policy"), LinkedHashMap::new, Collectors.toList()));
    List<Integer> usualWeights = new ArrayList<>();
    List<Integer> pricedWeights = new ArrayList<>();
    kinds.forEach(
        (kind, bands) -> {
          for (int number = 1; number <= OF_A_KIND; number++) {
            ChildPolicy policy = draw(kind + "-" + number, bands, random);
            policies.add(policy);
            usualWeights.add(WordList.number(bands.get(0), "weight"));
            pricedWeights.add(policy.bandsWithPrices().isEmpty() ? 0 : 1);
          }
        });
    usual = new Choice<>(policies, usualWeights);
    priced = new Choice<>(policies, pricedWeights);
  }

  /** Picks a policy without prices of its own. */
  ChildPolicy pickUsual(SplittableRandom random) {
    return usual.pick(random);
  }

  /** Picks a policy in which a class of children has prices of its own. */
  ChildPolicy pickPriced(SplittableRandom random) {
    return priced.pick(random);
  }

  void write(FeedFile file) throws IOException {
    for (ChildPolicy policy : policies) {
      int place = 1;
      for (Band band : policy.bands()) {
        file.row(
            policy.code(),
            Integer.toString(place++),
            Integer.toString(band.ageFrom()),
            band.ageTo(),
            band.personClass(),
            band.counts() ? "t" : "f",
            band.pricing() == Pricing.PERCENT ? percent(band.value()) : "",
            yen(band));
      }
    }
  }

  private static ChildPolicy draw(
      String code, List<NamedCsvRecord> bands, SplittableRandom random) {
    return new ChildPolicy(code, bands.stream().map(line -> drawBand(line, random)).toList());
  }

  private static Band drawBand(NamedCsvRecord line, SplittableRandom random) {
    int lowest = WordList.number(line, "lowest");
    int steps = (WordList.number(line, "highest") - lowest) / STEP;
    return new Band(
        WordList.number(line, "age_from"),
        line.getField("age_to"),
        line.getField("person_class"),
        line.getField("counts").equals("t"),
        Pricing.valueOf(line.getField("pricing").toUpperCase(Locale.ROOT)),
        lowest + STEP * random.nextInt(steps + 1));
  }

  private static String percent(int hundredths) {
    return BigDecimal.valueOf(hundredths, 2).toPlainString();
  }

  private static String yen(Band band) {
    return switch (band.pricing()) {
      case YEN -> Integer.toString(band.value());
      case FREE -> "0";
      case OWN, PERCENT -> "";
    };
  }
}

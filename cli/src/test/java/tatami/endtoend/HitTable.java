package tatami.endtoend;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tatami.oracle.hotel.HotelFeature;
import tatami.oracle.hotel.Sightings;
import tatami.oracle.hotel.WhyNotCode;

/** How often each code and feature was met, and when something new was met for the last time. */
final class HitTable {

  private final Map<WhyNotCode, Integer> codes = new EnumMap<>(WhyNotCode.class);
  private final Map<HotelFeature, Integer> features = new EnumMap<>(HotelFeature.class);
  private final Set<String> pairs = new HashSet<>();
  private int questions;
  private int lastNew;

  HitTable() {
    for (WhyNotCode code : WhyNotCode.values()) {
      codes.put(code, 0);
    }
    for (HotelFeature feature : HotelFeature.values()) {
      features.put(feature, 0);
    }
  }

  void add(Sightings sightings) {
    questions++;
    for (HotelFeature feature : sightings.features()) {
      features.merge(feature, 1, Integer::sum);
      for (WhyNotCode code : sightings.codes()) {
        lastNew = pairs.add(code + " " + feature) ? questions : lastNew;
      }
    }
    for (WhyNotCode code : sightings.codes()) {
      codes.merge(code, 1, Integer::sum);
    }
  }

  Map<WhyNotCode, Integer> codes() {
    return codes;
  }

  Map<HotelFeature, Integer> features() {
    return features;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format("questions %d, pairs of code and feature %d", questions, pairs.size()));
    text.append(String.format(", the last new one at question %d%n", lastNew));
    codes.forEach((code, hits) -> text.append(String.format("%8d  %s%n", hits, code.word())));
    features.forEach((feature, hits) -> text.append(String.format("%8d  %s%n", hits, feature)));
    return text.toString();
  }
}

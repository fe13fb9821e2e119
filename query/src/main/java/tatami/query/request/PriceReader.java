package tatami.query.request;

import java.util.Optional;
import tatami.searchtable.description.ReleaseDescription;
import tools.jackson.databind.JsonNode;

/** Reads {@code price}: a budget in minor units, and how amounts are shown. */
final class PriceReader {

  private static final RequestObject.Names FIELDS =
      RequestObject.Names.fields("min", "max", "per", "group");

  private final ReleaseDescription description;
  private final Findings findings;

  PriceReader(ReleaseDescription description, Findings findings) {
    this.description = description;
    this.findings = findings;
  }

  PriceRequest read(RequestObject request) {
    Optional<JsonNode> node = request.findNullable("price");
    if (node.isEmpty()) {
      return PriceRequest.DEFAULT;
    }
    if (description.stay() == null) {
      request.refuse("price", "catalog \"" + description.catalog() + "\" has no prices");
      return PriceRequest.DEFAULT;
    }
    return RequestObject.open(node.get(), request.pointerTo("price"), findings, FIELDS)
        .map(this::readFields)
        .orElse(PriceRequest.DEFAULT);
  }

  private PriceRequest readFields(RequestObject price) {
    if (price.has("group")) {
      price.refuse("group", "prices of buyer groups are not available yet");
    }
    Long minimum = readAmount(price, "min");
    Long maximum = readAmount(price, "max");
    if (minimum != null && maximum != null && minimum > maximum) {
      price.refuse("min", "must not be above \"max\": min=" + minimum + " max=" + maximum);
    }
    return new PriceRequest(minimum, maximum, readPerNight(price));
  }

  private Long readAmount(RequestObject price, String name) {
    Optional<JsonNode> node = price.find(name);
    if (node.isEmpty()) {
      return null;
    }
    JsonNode amount = node.get();
    if (!amount.isIntegralNumber() || !amount.canConvertToLong() || amount.longValue() < 0) {
      price.refuse(
          name,
          "must be an integer from 0 to "
              + Long.MAX_VALUE
              + " in the minor unit of "
              + description.currency().code());
      return null;
    }
    return amount.longValue();
  }

  private static boolean readPerNight(RequestObject price) {
    Optional<JsonNode> node = price.find("per");
    if (node.isEmpty()) {
      return false;
    }
    String per = node.get().isString() ? node.get().stringValue() : "";
    if (!per.equals("night") && !per.equals("stay")) {
      price.refuse("per", "must be \"stay\" or \"night\"");
    }
    return per.equals("night");
  }
}

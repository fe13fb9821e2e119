package tatami.searchbuild.catalog;

import static org.assertj.core.api.Assertions.assertThat;

/** A catalog with every rule of a stay, and nothing else. */
final class InnCatalog {

  static final String TEXT =
      """
      catalog: inns
      time_zone: Asia/Tokyo
      currency: JPY
      calendar: { days: 90 }
      feeds:
        inn:
          files: inn.csv
          key: inn_code
          columns: { inn_code: text, zone: { type: time_zone, optional: true } }
        band:
          files: band.csv
          key: [policy_code, band]
          columns:
            policy_code: text
            band: integer
            age_from: integer
            age_to: integer
            kind: text
            counts: boolean
            share: numeric
            yen: money
        plan:
          files: plan.csv
          key: [inn_code, plan_code]
          columns:
            inn_code: { type: text, references: inn.inn_code }
            plan_code: text
            child_policy: { type: text, references: band.policy_code }
            close_days: integer
            close_time: time
            ahead_least: integer
            ahead_most: integer
            longest: integer
        rebate:
          files: rebate.csv
          key: [inn_code, plan_code, rule]
          columns:
            inn_code: text
            plan_code: text
            rule: integer
            nights: integer
            share: numeric
            yen: money
            each: integer
        inn_day:
          files: inn_day.csv
          key: inn_code
          columns: { inn_code: text }
          calendar: { day: date, values: { shut: boolean, no_arrival: boolean, no_departure: boolean } }
        plan_day:
          files: plan_day.csv
          key: [inn_code, plan_code]
          columns: { inn_code: text, plan_code: text }
          calendar:
            day: date
            values: { rooms: integer, stop: boolean, least: integer, most: integer, lengths: pattern }
        price:
          files: price.csv
          key: [inn_code, plan_code, heads, person]
          columns: { inn_code: text, plan_code: text, heads: integer, person: text, unit: currency }
          calendar: { day: date, values: { yen: money } }
      search:
        inn: { from: inn, key: inn_code, time_zone: zone }
        plan:
          from: plan
          parent: inn
          key: plan_code
          stay:
            stock: { feed: plan_day, value: rooms }
            price: { feed: price, value: yen, per: room, occupancy: heads, class: person }
            closed: inn_day.shut
            stop_sell: [plan_day.stop, inn_day.shut]
            arrival_closed: inn_day.no_arrival
            departure_closed: inn_day.no_departure
            min_stay_through: { first: [plan_day.least], codec: own_days }
            max_stay_through: { first: [plan_day.most, plan.longest] }
            stay_pattern: plan_day.lengths
            lead_time: { days: close_days, time: close_time, min: ahead_least, max: ahead_most }
            children: { policy: child_policy, feed: band, order: band, from: age_from, to: age_to, class: kind, counts: counts, percent: share, amount: yen }
            long_stay: { feed: rebate, order: rule, from: nights, percent: share, amount: yen, free_every: each }
      """;

  private InnCatalog() {}

  /** Returns the text with something replaced, which must be there. */
  static String with(String written, String replacement) {
    assertThat(TEXT).contains(written);
    return TEXT.replace(written, replacement);
  }
}

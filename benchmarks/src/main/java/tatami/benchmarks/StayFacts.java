package tatami.benchmarks;

import java.util.Map;
import tatami.benchmarks.stay.StayDatabase.FormSize;
import tatami.benchmarks.stay.StayForm;

/**
 * What is known of the stay benchmark's data before anything is timed.
 *
 * @param offers how many offers
 * @param prices how many prices, in every form the same
 * @param checkedSearches how many searches had equal answers in every form
 * @param sizes what each form takes on disk
 */
record StayFacts(int offers, long prices, int checkedSearches, Map<StayForm, FormSize> sizes) {}

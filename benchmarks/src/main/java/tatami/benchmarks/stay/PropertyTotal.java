package tatami.benchmarks.stay;

/**
 * One property of an answer.
 *
 * @param property its surrogate
 * @param total its lowest total for the stay
 */
record PropertyTotal(int property, long total) {}

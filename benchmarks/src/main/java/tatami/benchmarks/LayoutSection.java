package tatami.benchmarks;

import java.util.List;
import tatami.benchmarks.layout.LayoutResult;

/**
 * Results of the comparison of layouts.
 *
 * @param rounds how often each search was timed
 * @param catalogs what came of each catalog
 */
record LayoutSection(int rounds, List<LayoutResult> catalogs) {}

/**
 * Lucene as a peer: an index for each number of adults, a document for each offer, doc values for
 * each night and each day of arrival, and a collector by hand.
 *
 * <p>The entry type is {@link tatami.benchmarks.peers.lucene.LucenePeer}. Each index is one segment
 * in a mapped folder, its documents in the order of places and hotels, so that an area is a range
 * of documents and the offers of a hotel follow each other. What Lucene offers for scoring, caching
 * and facets is not used: it is slower than what is done here.
 */
package tatami.benchmarks.peers.lucene;

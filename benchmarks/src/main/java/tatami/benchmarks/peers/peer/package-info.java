/**
 * What a peer is: something that answers the mixed searches, whatever it keeps and however it is
 * asked.
 *
 * <p>The entry type is {@link tatami.benchmarks.peers.peer.Peer}. Engines that run inside the
 * process answer with a {@link tatami.benchmarks.peers.peer.PeerAnswer}: numbers of hotels and of
 * values, no text and no document.
 */
package tatami.benchmarks.peers.peer;

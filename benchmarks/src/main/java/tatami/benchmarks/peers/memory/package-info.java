/** The product's memory engine as a peer: {@link tatami.benchmarks.peers.memory.MirrorPeer}. */
package tatami.benchmarks.peers.memory;

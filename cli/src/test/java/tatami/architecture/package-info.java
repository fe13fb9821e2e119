/** Does the house still stand as ARCHITECTURE.md says? Its invariants, each as a test. */
package tatami.architecture;

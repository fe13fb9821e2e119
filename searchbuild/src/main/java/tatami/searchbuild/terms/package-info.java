/**
 * On which terms is an offer sold? What a release keeps once for many offers: child policies,
 * rebates and lead times.
 *
 * <p>{@link tatami.searchbuild.terms.ChildPolicies}, {@link tatami.searchbuild.terms.LongStays} and
 * {@link tatami.searchbuild.terms.LeadTimes} make terms of rows, {@link
 * tatami.searchbuild.terms.NumberedTerms} numbers those that differ. Pure: rows in, terms out; rows
 * that make no sense are left out and told of, {@link tatami.searchbuild.terms.LeftOutRows}.
 */
package tatami.searchbuild.terms;

/**
 * Would searches of a release run as they should, before it is published?
 *
 * <p>The entry type is {@link tatami.query.rehearsal.PlanRehearsal}: it makes a standard set of
 * searches from what a release says about itself, has PostgreSQL plan their statements without
 * running them, and finds columns that are cast, tables that are no search tables, and statements
 * that cannot be planned. It knows nothing of builds; it does not compare answers and does not
 * measure time.
 */
package tatami.query.rehearsal;

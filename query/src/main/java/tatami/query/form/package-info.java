/**
 * What may be asked of a catalog?
 *
 * <p>The entry type is {@link tatami.query.form.FormWriter}: filters with their values, sorts and
 * shown columns of a release, as the web page's form needs them. It searches nothing.
 */
package tatami.query.form;

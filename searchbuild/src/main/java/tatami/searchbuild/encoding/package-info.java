/**
 * What do the values of a filter become in a search table?
 *
 * <p>The entry type is {@link tatami.searchbuild.encoding.FilterEncoding}: it collects the values
 * of one filter over all rows, decides dictionary, step and width, and gives the layout for the
 * release's description, the columns for the search table and the rows of the dictionary. It writes
 * nothing.
 */
package tatami.searchbuild.encoding;

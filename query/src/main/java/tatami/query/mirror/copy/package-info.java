/**
 * What does PostgreSQL send?
 *
 * <p>{@link tatami.query.mirror.copy.CopyRows} reads the binary form of COPY.
 */
package tatami.query.mirror.copy;

/**
 * What is told to a caller whose search cannot be answered?
 *
 * <p>The entry type is {@link tatami.query.problem.ProblemException}: thrown anywhere below the
 * search service, it carries the HTTP status, one sentence and, for a bad request, every mistake
 * with its place. {@link tatami.query.problem.ProblemDocument} writes it as problem+json (RFC
 * 9457). It does not decide what is a mistake.
 */
package tatami.query.problem;

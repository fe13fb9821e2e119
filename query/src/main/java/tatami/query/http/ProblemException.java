package tatami.query.http;

/** Ends a request with a problem document. */
final class ProblemException extends RuntimeException {

  private final transient Problem problem;

  ProblemException(int status, String detail) {
    this(new Problem(status, detail));
  }

  ProblemException(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}

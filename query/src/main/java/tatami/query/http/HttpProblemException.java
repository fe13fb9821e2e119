package tatami.query.http;

/** Ends a request with a problem document. */
final class HttpProblemException extends RuntimeException {

  private final transient HttpProblem problem;

  HttpProblemException(int status, String detail) {
    this(new HttpProblem(status, detail));
  }

  HttpProblemException(HttpProblem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  HttpProblem problem() {
    return problem;
  }
}

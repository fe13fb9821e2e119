package tatami.query.problem;

import java.util.List;
import java.util.Objects;

/** A search that cannot be answered, with the status and the text that its caller gets. */
public final class ProblemException extends RuntimeException {

  private final ProblemKind kind;
  private final transient List<RequestError> errors;
  private final Integer release;

  private ProblemException(
      ProblemKind kind,
      String detail,
      List<RequestError> errors,
      Integer release,
      Throwable cause) {
    super(Objects.requireNonNull(detail, "detail"), cause);
    this.kind = Objects.requireNonNull(kind, "kind");
    this.errors = List.copyOf(errors);
    this.release = release;
  }

  /** Returns a problem without a place in the request. */
  public static ProblemException of(ProblemKind kind, String detail) {
    return new ProblemException(kind, detail, List.of(), null, null);
  }

  /** Returns a problem that something deeper caused; the cause is for logs, never for callers. */
  public static ProblemException causedBy(ProblemKind kind, String detail, Throwable cause) {
    return new ProblemException(kind, detail, List.of(), null, cause);
  }

  /** Returns a bad request with all its mistakes; there is at least one. */
  public static ProblemException badRequest(List<RequestError> errors) {
    return of(ProblemKind.BAD_REQUEST, errors);
  }

  /** Returns a problem with its places in the request; there is at least one. */
  public static ProblemException of(ProblemKind kind, List<RequestError> errors) {
    RequestError first = errors.get(0);
    String place = first.pointer().isEmpty() ? "" : first.pointer() + ": ";
    String others = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
    return new ProblemException(kind, place + first.detail() + others, errors, null, null);
  }

  /** Returns the same problem, said by a release. */
  public ProblemException withRelease(int number) {
    return new ProblemException(kind, getMessage(), errors, number, getCause());
  }

  /** Returns what kind of problem it is. */
  public ProblemKind kind() {
    return kind;
  }

  /** Returns what is wrong in the request; empty where the request is not to blame. */
  public List<RequestError> errors() {
    return errors;
  }

  /** Returns the live release, or null where none is known. */
  public Integer release() {
    return release;
  }
}

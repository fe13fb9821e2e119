package tatami.ingest.landing;

import java.sql.SQLException;

/** Carries a database error through the visit of a feed's rows. */
final class WriteFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WriteFailure(SQLException cause) {
    super(cause);
  }

  SQLException cause() {
    return (SQLException) getCause();
  }
}

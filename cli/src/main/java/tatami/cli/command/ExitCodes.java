package tatami.cli.command;

import tatami.cli.database.DatabaseUnusableException;

/** How a command ends. Feed, lock and gate failures bring codes of their own: 3, 4, 5. */
final class ExitCodes {

  static final int OK = 0;

  /** The build failed, or there is nothing to search yet; the old release, if any, serves. */
  static final int FAILED = 1;

  /** The command line, the catalog or the request is wrong. */
  static final int USAGE = 2;

  /** A feed is missing or cannot be used. */
  static final int FEED_REFUSED = 3;

  /** The database cannot be reached or used. */
  static final int DATABASE_UNUSABLE = DatabaseUnusableException.EXIT_CODE;

  private ExitCodes() {}
}

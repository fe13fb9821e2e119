package tatami.searchbuild.master;

import tatami.searchbuild.catalog.SqlText;

/** PostgreSQL does not accept SQL text of the catalog. */
public final class CatalogSqlException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CatalogSqlException(SqlText text, String reason) {
    super(
        "SQL text \""
            + text.text()
            + "\": "
            + reason
            + " (catalog.yaml:"
            + text.line()
            + ":"
            + text.column()
            + ")");
  }
}

/** What the tests of all packages share: a database. */
package tatami.query;

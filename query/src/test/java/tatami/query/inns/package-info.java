/**
 * Small releases for tests: inns and their offers as records, written into tables as a release
 * describes them, and a naive search over the records that shares no code with the engine.
 */
package tatami.query.inns;

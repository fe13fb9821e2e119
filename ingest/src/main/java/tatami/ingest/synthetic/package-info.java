/**
 * Where do feeds come from when nobody has delivered any?
 *
 * <p>Seeded feeds of Japanese inns for the catalogs in {@code catalogs/ryokan}: hotels, rooms,
 * plans, rules of every kind, stock shared by plans, prices per person, room or unit; on request
 * with some rows broken, and a list of them. Places, names and price habits are word lists in the
 * resources of this package; what is drawn from them depends on nothing but the seed, so a demo, a
 * test and a benchmark on two machines search the same data.
 *
 * <p>The entry type is {@link tatami.ingest.synthetic.RyokanFeeds}. This package writes files and
 * nothing else: it reads no catalog, and it is the only one whose code knows what a hotel is.
 */
package tatami.ingest.synthetic;

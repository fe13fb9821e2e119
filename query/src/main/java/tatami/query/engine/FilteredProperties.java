package tatami.query.engine;

import tatami.query.facet.ValueReader;

/** Which properties pass their own filters, and what their order and their facets are made of. */
public interface FilteredProperties {

  /** Stands for a property that is out, whatever facet is counted. */
  int OUT = -1;

  /** Returns how many properties there are, whether they pass or not: surrogates are below it. */
  int count();

  /**
   * Returns the flags that a property fails: bit {@code n} for the condition on the filter of facet
   * {@code n}; {@link #OUT} for one that fails anything else.
   */
  int failed(int id);

  /** Returns a property's place in an order that is neither computed nor that of surrogates. */
  long sortKey(int id);

  /**
   * Opens what a facet of properties counts; the reader takes surrogates.
   *
   * @param place of the facet in the request
   */
  ValueReader facet(int place);
}

package dropoutlab.run;

/// Where a query stands, one in each: what is asked next takes the place of what stood there.
public enum Slot {
  /// What the Train workspace shows of what was learned.
  LEARNED,
  /// Its passes with dropout on.
  PASSES,
  /// What the Uncertainty workspace shows.
  INQUIRY,
  /// What the Variants workspace shows of the methods.
  METHODS
}

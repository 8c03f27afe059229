package dropoutlab.frame;

/// The drop rates of one network that were in force at the end of each recorded epoch: `size()` rows, each with its
/// epoch (0 is before training). A learnt rate is the one learnt by then.
public interface Rates {
  /// Nothing was recorded yet.
  Rates EMPTY = new Rates() {
    @Override public int size() { return 0; }

    @Override public int count() { return 0; }

    @Override public int epoch(int row) { throw new IndexOutOfBoundsException(row); }

    @Override public float p(int rate, int row) { throw new IndexOutOfBoundsException(row); }
  };

  /// Returns the number of rows.
  int size();

  /// Returns the number of rates.
  int count();

  int epoch(int row);

  /// @param rate the index of the rate in the order of [dropoutlab.spec.NetworkSpec#dropRates]
  float p(int rate, int row);

  /// Returns the same run up to an epoch.
  default Rates until(int epoch) {
    int rows = 0;
    while (rows < size() && epoch(rows) <= epoch) rows++;
    return new Until(this, rows);
  }

  /// The first rows of a record.
  record Until(Rates whole, int size) implements Rates {
    @Override public int count() { return whole.count(); }

    @Override public int epoch(int row) { return whole.epoch(row); }

    @Override public float p(int rate, int row) { return whole.p(rate, row); }
  }
}

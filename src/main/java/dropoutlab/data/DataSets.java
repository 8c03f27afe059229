package dropoutlab.data;

import dropoutlab.spec.DataSpec;

/// The door to all data.
public final class DataSets {
  private DataSets() {}
}

package dropoutlab.sweep.folder;

/// Maps numbers to numbers other than 0 in 16 bytes a place, so that millions of runs fit into a small memory.
final class LongMap {
  private static final int SMALLEST = 1 << 10;

  private long[] keys = new long[SMALLEST];
  private long[] values = new long[SMALLEST];
  private int size;

  int size() { return size; }

  /// Returns 0 for a number that is not there.
  long get(long key) { return values[place(key)]; }

  void put(long key, long value) {
    int at = place(key);
    if (values[at] == 0 && ++size > keys.length / 4 * 3) {
      grow();
      at = place(key);
    }
    keys[at] = key;
    values[at] = value;
  }

  /// The keys are bits of a hash themselves and need no other.
  private int place(long key) {
    int mask = keys.length - 1, at = (int) (key ^ key >>> 32) & mask;
    while (values[at] != 0 && keys[at] != key) at = at + 1 & mask;
    return at;
  }

  private void grow() {
    long[] oldKeys = keys, oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new long[2 * oldKeys.length];
    for (int i = 0; i < oldKeys.length; i++)
      if (oldValues[i] != 0) {
        int at = place(oldKeys[i]);
        keys[at] = oldKeys[i];
        values[at] = oldValues[i];
      }
  }

  interface Each {
    void accept(long key, long value);
  }

  void each(Each each) {
    for (int i = 0; i < keys.length; i++) if (values[i] != 0) each.accept(keys[i], values[i]);
  }
}

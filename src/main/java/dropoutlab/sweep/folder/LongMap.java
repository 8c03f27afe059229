package dropoutlab.sweep.folder;

import java.util.Arrays;

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

  /// Uses the map as a set: returns whether a number was not there.
  boolean add(long key) {
    if (get(key) != 0) return false;
    put(key, 1);
    return true;
  }

  void clear() {
    if (size == 0) return;
    Arrays.fill(values, 0);
    size = 0;
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
}

package dropoutlab.claim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The last few results of a long computation, so that a control on which it does not depend, as a bench's clock, answers
/// at once. What is remembered is what would be computed again.
public final class Remembered<K, V> {
  private static final int MOST = 4;

  private final Map<K, V> results = new LinkedHashMap<>(MOST, 1, true) {
    @Override protected boolean removeEldestEntry(Map.Entry<K, V> eldest) { return size() > MOST; }
  };

  /// Returns the result for a key, computed where it is not remembered. A computation that ends by an exception leaves
  /// nothing behind.
  public synchronized V get(K key, Supplier<V> computation) {
    V found = results.get(key);
    if (found == null) results.put(key, found = computation.get());
    return found;
  }
}

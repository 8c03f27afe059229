package dropoutlab.frame;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything that a training between two steps consists of, beside its experiment and its data: a training that goes on
/// from here computes the same bits as one that was never interrupted.
///
/// @param step   how many steps were taken
/// @param tables weights, what the optimiser remembers, histories and snapshots, by name: floats or doubles, as the engine
///               has them
/// @param words  states of random streams, orders and counters, by name
public record Checkpoint(long step, Map<String, Matrix> tables, Map<String, List<Long>> words) {
  public Checkpoint {
    tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
  }

  /// Returns the same with other whole numbers of that name.
  public Checkpoint with(String name, List<Long> numbers) {
    Map<String, List<Long>> next = new LinkedHashMap<>(words);
    next.put(name, List.copyOf(numbers));
    return new Checkpoint(step, tables, next);
  }

  /// Returns the same without the whole numbers of that name.
  public Checkpoint without(String name) {
    Map<String, List<Long>> next = new LinkedHashMap<>(words);
    next.remove(name);
    return new Checkpoint(step, tables, next);
  }
}

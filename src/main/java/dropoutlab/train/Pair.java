package dropoutlab.train;

/// Does two pieces of work that do not touch each other's data, one after the other or at the same time; both are done,
/// and what they wrote can be read, when it returns.
@FunctionalInterface
public interface Pair {
  /// One after the other.
  Pair IN_TURN = (first, second) -> {
    first.run();
    second.run();
  };

  void both(Runnable first, Runnable second);
}

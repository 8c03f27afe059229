package dropoutlab.train;

import java.util.List;

/// Does pieces of work that do not touch each other's data, one after the other or at the same time; all are done, and
/// what they wrote can be read, when it returns.
@FunctionalInterface
public interface Together {
  /// One after the other.
  Together IN_TURN = pieces -> pieces.forEach(Runnable::run);

  void all(List<Runnable> pieces);
}

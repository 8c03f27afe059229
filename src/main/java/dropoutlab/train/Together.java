package dropoutlab.train;

import java.util.List;

/// Runs pieces of work that do not touch each other's data, one after the other or at the same time. When it returns,
/// all pieces are done and their results can be read by the caller.
@FunctionalInterface
public interface Together {
  /// Runs one piece after the other.
  Together IN_TURN = pieces -> pieces.forEach(Runnable::run);

  void all(List<Runnable> pieces);
}

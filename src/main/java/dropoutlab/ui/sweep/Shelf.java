package dropoutlab.ui.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where the sweeps of this person lie, and which were open lately. Lives on the FX thread.
public interface Shelf {
  /// The folder in which new sweeps begin.
  Path parent();

  /// The folders that were open lately, the newest first.
  List<Path> recent();

  /// How a folder stood when it was looked at last; empty for one that never was.
  Optional<Seen> seen(Path folder);

  /// A folder was opened or looked at.
  void opened(Path folder, Seen now);

  /// Forgets a folder that is no longer there.
  void forget(Path folder);

  /// Asks the person for the folder of a sweep.
  Optional<Path> choose();
}

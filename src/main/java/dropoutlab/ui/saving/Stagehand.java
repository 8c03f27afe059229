package dropoutlab.ui.saving;

import dropoutlab.export.store.View;
import java.nio.file.Path;
import java.util.Optional;

/// What the window does for the files that it keeps.
public interface Stagehand {
  /// What is shown now.
  View view();

  /// Shows the same again, as far as it is known here.
  void show(View view);

  /// Says a sentence in passing.
  void tell(String sentence);

  /// Opens a file of any kind.
  void open(Path file);

  /// Asks for a file of any kind and opens it.
  void chooseAndOpen();

  /// Asks under which name something is to be saved.
  Optional<Path> chooseToSave(String title, String name);
}

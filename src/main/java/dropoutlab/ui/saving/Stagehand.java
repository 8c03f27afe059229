package dropoutlab.ui.saving;

import dropoutlab.export.store.View;
import javafx.stage.Window;

/// What shows the runs that are opened: the window.
public interface Stagehand {
  /// What is shown now.
  View view();

  /// Shows the same again, as far as it is known here.
  void show(View view);

  Window owner();
}

package dropoutlab.ui.parts;

import dropoutlab.data.DataSet;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// What the window shows between its bars: one of several, each behind a tab. Lives on the FX thread.
public interface Workspace {
  /// What its tab is known by, in every language.
  String id();

  /// The word on its tab.
  String title();

  Region view();

  /// Connects the controls with the model until the subscription is closed.
  Subscription bind(LabModel model);

  /// Draws, and has computed what it draws, until the subscription is closed: a hidden workspace does neither. Called
  /// anew each time that the workspace is shown; what was set in it before is kept.
  Subscription show(LabModel model);

  /// Says in a sentence why there is nothing to show of such data; empty where there is. It then stands in the place of
  /// the view, and the workspace is not shown.
  default Optional<String> misfit(DataSet data) { return Optional.empty(); }

  /// The figures that can be exported, by name; a supplier gives null while its figure is not shown.
  Map<String, Supplier<FigureCanvas>> figures();

  /// What one of them is asked for and drawn with here, by the names of the command line's options; those at their
  /// defaults are left out.
  default Map<String, String> options(String figure) { return Map.of(); }

  /// What it shows that is not of the run, the one that is looked at first; empty for a workspace about the run.
  default List<Exhibit> exhibits() { return List.of(); }

  void showControls(boolean shown);

  /// Whether the left panel is shown.
  ReadOnlyBooleanProperty controlsShownProperty();

  /// Goes to the drop rate p that this workspace is about.
  void focusDropRate();

  /// Changes it by `delta`.
  void changeDropRate(double delta);

  /// The keys that matter most here, in a line.
  default String keys() { return Words.of("shell.status.keys"); }

  /// Whether it knew what to do at a key of its own, which comes before those of the window.
  default boolean press(KeyEvent event) { return false; }

  /// The same for a key with Ctrl.
  default boolean pressWithControl(KeyEvent event) { return false; }

  /// What is set in it that a saved run keeps, by names of its own.
  default Map<String, String> remember() { return Map.of(); }

  /// Sets the same again; what is unknown or no longer fits is left as it is.
  default void restore(Map<String, String> remembered) {}

  /// Its own transport, in the place of the run's; empty for one that is about the run.
  default Optional<Region> bar() { return Optional.empty(); }

  /// What stands at the right of the status bar, in the place of the run's speed; empty for one that is about the run.
  default Optional<ObservableValue<String>> status() { return Optional.empty(); }

  /// What is under way here that would end with the window, as a question; empty where nothing is.
  default Optional<String> beforeClosing() { return Optional.empty(); }

  /// Whether it plays something of its own, and plays or pauses it now.
  default boolean playOrPause() { return false; }

  /// Whether it has changes of its own to take back; then one is, if there is any.
  default boolean undo() { return false; }

  default boolean redo() { return false; }

  /// The loss on a logarithmic scale or not, where there is a loss.
  default void logOrNot() {}
}

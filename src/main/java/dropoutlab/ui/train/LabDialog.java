package dropoutlab.ui.train;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;

/// A question in a window of its own, that looks as the window that asks.
final class LabDialog<T> {
  private final Dialog<T> dialog = new Dialog<>();

  /// @param answer what was chosen, asked for when the person agrees
  LabDialog(String title, Node content, Window owner, Supplier<T> answer) {
    DialogPane pane = dialog.getDialogPane();
    dialog.setTitle(title);
    dialog.setHeaderText(null);
    dialog.setResizable(true);
    dialog.initOwner(owner);
    pane.setContent(content);
    pane.getButtonTypes().addAll(ButtonType.OK, ButtonType.CANCEL);
    pane.getStyleClass().add("lab-dialog");
    if (owner != null && owner.getScene() != null)
      pane.getStylesheets().setAll(owner.getScene().getRoot().getStylesheets());
    dialog.setResultConverter(button -> button == ButtonType.OK ? answer.get() : null);
  }

  /// Whether the person may agree.
  void allow(boolean agree) { dialog.getDialogPane().lookupButton(ButtonType.OK).setDisable(!agree); }

  Optional<T> ask() { return dialog.showAndWait(); }
}

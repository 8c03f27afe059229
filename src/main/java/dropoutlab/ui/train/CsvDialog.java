package dropoutlab.ui.train;

import dropoutlab.spec.Task;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.parts.Choices;
import dropoutlab.ui.parts.Section;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Asks which column of a table is to be predicted, and how.
final class CsvDialog {
  private enum Kind { BY_ITSELF, CLASSES, NUMBERS }

  /// `task` null: words are classes, numbers a regression.
  record Asked(String target, Task task) {}

  private final Dialog<Asked> dialog = new Dialog<>();

  CsvDialog(File file, List<String> columns, Window owner) {
    ComboBox<String> target = new ComboBox<>();
    target.setId("csvTarget");
    target.setAccessibleText("The column to predict");
    target.getItems().setAll(columns);
    target.setValue(columns.getLast());
    ComboBox<Kind> kind = Choices.of("csvTask", "What is predicted", CsvDialog::title, Kind.values());
    kind.setValue(Kind.BY_ITSELF);
    VBox rows = new VBox(10, Controls.label("All other columns are inputs and must be numbers.", "muted"),
        Section.row("predict the column", target), Section.row("as", kind));
    rows.setMinWidth(380);
    dialog.setTitle("Open " + file.getName());
    dialog.setHeaderText(null);
    dialog.initOwner(owner);
    dialog.getDialogPane().setContent(rows);
    dialog.getDialogPane().getButtonTypes().addAll(ButtonType.OK, ButtonType.CANCEL);
    dialog.getDialogPane().getStyleClass().add("lab-dialog");
    if (owner != null && owner.getScene() != null)
      dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getRoot().getStylesheets());
    dialog.setResultConverter(button -> button == ButtonType.OK ? new Asked(target.getValue(), task(kind.getValue()))
        : null);
  }

  Optional<Asked> ask() { return dialog.showAndWait(); }

  private static String title(Kind kind) {
    return switch (kind) {
      case BY_ITSELF -> "words are classes, numbers a regression";
      case CLASSES -> "classes";
      case NUMBERS -> "numbers";
    };
  }

  private static Task task(Kind kind) {
    return switch (kind) {
      case BY_ITSELF -> null;
      case CLASSES -> Task.CLASSIFICATION;
      case NUMBERS -> Task.REGRESSION;
    };
  }
}

package dropoutlab.ui.export;

import dropoutlab.ui.fx.Controls;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A group of decisions under a title, with one place for what is wrong in it.
class SheetSection extends VBox {
  private final HBox head;
  private final VBox body = new VBox(8);
  private final Label fault = Controls.label("", "fault");

  SheetSection(String title) {
    getStyleClass().add("sheet-section");
    Label name = Controls.label(title, "card-title");
    name.setMinWidth(USE_PREF_SIZE);
    head = new HBox(10, name, Controls.spring());
    head.setAlignment(Pos.CENTER_LEFT);
    fault.setWrapText(true);
    fault.setMinHeight(USE_PREF_SIZE);
    Controls.present(fault, false);
    getChildren().addAll(head, body, fault);
  }

  /// Puts something at the right of the title.
  final void aside(Node... nodes) { head.getChildren().addAll(nodes); }

  final void add(Node... rows) { body.getChildren().addAll(rows); }

  /// @param id of the label that says what is wrong
  final void faultId(String id) { fault.setId(id); }

  final void tell(String wrong) {
    fault.setText(wrong);
    Controls.present(fault, !wrong.isEmpty());
  }

  static HBox row(Node... nodes) {
    HBox row = new HBox(nodes);
    row.getStyleClass().add("sheet-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  static Label word(String text) {
    Label label = Controls.label(text, "muted");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }
}

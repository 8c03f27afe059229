package dropoutlab.ui.parts;

import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A group of controls in the left panel, under a title; folded away where `foldable`.
public class Section extends VBox {
  private final VBox body = new VBox();
  private final Label title;

  public Section(String title, boolean foldable, Node... beside) {
    getStyleClass().add("section");
    body.getStyleClass().add("section-body");
    this.title = Controls.label(title, "card-title");
    HBox header = new HBox(6, this.title, Controls.spring());
    header.setAlignment(Pos.CENTER_LEFT);
    header.getChildren().addAll(beside);
    if (foldable) getChildren().add(fold(title));
    else getChildren().add(header);
    getChildren().add(body);
  }

  private Node fold(String title) {
    var fold = Controls.chip("", title, Words.of("shell.section.fold", title));
    fold.getStyleClass().setAll("fold");
    FontIcon arrow = Controls.icon(Feather.CHEVRON_RIGHT);
    fold.setGraphic(arrow);
    fold.setMaxWidth(Double.MAX_VALUE);
    fold.selectedProperty().subscribe(open -> {
      arrow.setRotate(open ? 90 : 0);
      Controls.present(body, open);
    });
    return fold;
  }

  public final void add(Node... rows) { body.getChildren().addAll(rows); }

  /// A label on the left and its control on the right.
  public static HBox row(String label, Node control) {
    Label name = Controls.label(label, "muted");
    name.setMinWidth(USE_PREF_SIZE);
    if (control instanceof javafx.scene.control.Control c) name.setLabelFor(c);
    HBox row = new HBox(8, name, Controls.spring(), control);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /// A label and its value above a slider.
  public static VBox slider(String label, Label value, Node slider) {
    value.getStyleClass().add("number");
    HBox top = row(label, value);
    VBox.setVgrow(top, Priority.NEVER);
    return new VBox(1, top, slider);
  }
}

package dropoutlab.ui.parts;

import dropoutlab.ui.fx.Controls;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A framed panel with a title, a quiet sentence beside it where there is room, and tools at the right end of its
/// first line.
public class CardPane extends VBox {
  private final HBox tools = new HBox(6);
  private final Wordings aside;
  private final HBox header;
  private final Label name;

  public CardPane(String id, String title, String... aside) {
    setId(id);
    getStyleClass().add("card");
    this.aside = new Wordings("muted", aside);
    tools.setAlignment(Pos.CENTER_RIGHT);
    tools.setMinWidth(USE_PREF_SIZE);
    name = Controls.label(title, "card-title");
    name.setMinWidth(USE_PREF_SIZE);
    header = new HBox(8, name, this.aside, Controls.spring(), tools);
    header.getStyleClass().add("card-header");
    header.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(header);
  }

  /// The longest first; the first that fits is shown.
  public final void setAside(String... wordings) { aside.set(wordings); }

  /// Puts something in the place of the title; null: the title again.
  public final void lead(Node instead) { header.getChildren().set(0, instead == null ? name : instead); }

  public final void addTools(Node... nodes) { tools.getChildren().addAll(nodes); }
}

package dropoutlab.ui.saving;

import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Words;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// A card over the window, which rests below it: Escape and a click beside the card close it, and the focus, which stays
/// within, goes back to where it was.
abstract class Veil extends StackPane {
  private final VBox body = new VBox();
  private final VBox card;
  private final Button close;
  private Node before;
  private boolean backwards;
  private Subscription held = Subscription.EMPTY;

  Veil(String id, String title, double width) {
    setId(id);
    getStyleClass().add("veil");
    setAccessibleRole(AccessibleRole.DIALOG);
    setAccessibleText(title);
    close = Controls.quietButton(id + "Close", Feather.X, Words.of("saving.close_pane"));
    close.setOnAction(_ -> close());
    HBox head = new HBox(Controls.label(title, "sheet-name"), Controls.spring(), close);
    head.getStyleClass().add("sheet-head");
    head.setAlignment(Pos.CENTER_LEFT);
    body.getStyleClass().add("veil-body");
    card = new VBox(head, body);
    card.getStyleClass().add("export-sheet");
    card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    card.setPrefWidth(width);
    setAlignment(Pos.CENTER);
    getChildren().add(card);
    setOnMousePressed(event -> { if (event.getTarget() == this) close(); });
    addEventFilter(KeyEvent.KEY_PRESSED, event -> backwards = event.isShiftDown());
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    setVisible(false);
  }

  VBox body() { return body; }

  void foot(Node... buttons) {
    HBox foot = new HBox(10, buttons);
    foot.getStyleClass().add("sheet-foot");
    foot.setAlignment(Pos.CENTER_LEFT);
    card.getChildren().add(foot);
  }

  /// What has the focus when the card opens.
  abstract Node first();

  /// The last that the Tab key comes to.
  abstract Node last();

  public void open() {
    if (isVisible()) return;
    before = getScene().getFocusOwner();
    setVisible(true);
    card.applyCss();
    first().requestFocus();
    held = getScene().focusOwnerProperty().subscribe((_, owner) -> {
      if (owner != null && !isInside(owner)) (backwards ? last() : close).requestFocus();
    });
  }

  private boolean isInside(Node node) {
    for (Node each = node; each != null; each = each.getParent()) if (each == this) return true;
    return false;
  }

  /// Whether it was open.
  public boolean close() {
    if (!isVisible()) return false;
    held.unsubscribe();
    setVisible(false);
    if (before != null) before.requestFocus();
    before = null;
    return true;
  }

  /// No key reaches the window below.
  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) close();
    if (event.getCode() == KeyCode.ENTER && getScene().getFocusOwner() instanceof Button button) button.fire();
    if (event.getCode() != KeyCode.TAB) event.consume();
  }
}

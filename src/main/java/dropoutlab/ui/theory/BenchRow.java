package dropoutlab.ui.theory;

import dropoutlab.claim.Bench;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

/// A bench of the rail: its name, the glyph of its verdict, and the gap, standard errors or difference.
final class BenchRow extends HBox {
  private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");
  private static final double GLYPH = 13;

  private final Bench bench;
  private final Button name = new Button();
  private final VerdictIcon icon;
  private final Label brief = Controls.label("", "bench-brief");

  BenchRow(Bench bench, Appearance appearance) {
    super(4);
    this.bench = bench;
    icon = new VerdictIcon(appearance, GLYPH);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("bench-row");
    name.setId("bench-" + bench.id());
    name.setText(bench.card().name());
    name.getStyleClass().add("bench-name");
    name.setMaxWidth(Double.MAX_VALUE);
    name.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    HBox.setHgrow(name, Priority.ALWAYS);
    getChildren().addAll(name, icon, brief);
  }

  Subscription bind(Desk desk) {
    name.setOnAction(_ -> desk.show(bench));
    setOnMouseClicked(_ -> desk.show(bench));
    return Subscription.combine(icon.bind(), desk.version().subscribe(_ -> show(desk)));
  }

  private void show(Desk desk) {
    BenchState at = desk.states().stream().filter(state -> state.bench() == bench).findFirst().orElseThrow();
    boolean isShown = desk.state() == at;
    pseudoClassStateChanged(SHOWN, isShown);
    name.setFocusTraversable(isShown);
    Standing standing = Standing.of(at);
    icon.show(standing.glyph(), standing.share());
    brief.setText(standing.brief());
    name.setAccessibleText(standing.spoken(bench.card().name()));
  }
}

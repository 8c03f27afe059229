package dropoutlab.ui.export;

import dropoutlab.export.picture.check.Check;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Words;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Whether the picture can be read where it will be shown. A check that fails names its remedy, and forbids nothing.
final class CheckRow extends VBox {
  private final FlowPane passed = new FlowPane(18, 3);

  CheckRow() {
    super(3);
    setId("checks");
    getStyleClass().add("check-row");
    setMinHeight(USE_PREF_SIZE);
  }

  Subscription bind(SheetState state) { return state.checks().subscribe(this::show); }

  private void show(List<Check> checks) {
    getChildren().setAll(checks.stream().filter(check -> !check.passes()).map(CheckRow::line).toList());
    passed.getChildren().setAll(checks.stream().filter(Check::passes).map(CheckRow::line).toList());
    getChildren().add(passed);
  }

  private static Label line(Check check) {
    Label line = Controls.label(check.sentence(), check.passes() ? "muted" : "check-failed");
    line.setGraphic(Controls.icon(check.passes() ? Feather.CHECK : Feather.ALERT_TRIANGLE));
    line.setGraphicTextGap(6);
    line.setWrapText(!check.passes());
    line.setMinHeight(USE_PREF_SIZE);
    line.setAccessibleText(Words.of(check.passes() ? "sheet.check.passed" : "sheet.check.failed", check.sentence()));
    return line;
  }
}

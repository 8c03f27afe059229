package dropoutlab.ui.export;

import dropoutlab.export.picture.check.Check;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Whether the picture can be read where it will be shown. A check that fails names its remedy, and forbids nothing.
final class CheckRow extends FlowPane {
  CheckRow() {
    super(18, 3);
    setId("checks");
    getStyleClass().add("check-row");
    setAlignment(Pos.CENTER_LEFT);
  }

  Subscription bind(SheetState state) { return state.checks().subscribe(this::show); }

  private void show(List<Check> checks) {
    getChildren().setAll(checks.stream().map(CheckRow::line).toList());
  }

  private static Label line(Check check) {
    FontIcon icon = Controls.icon(check.passes() ? Feather.CHECK : Feather.ALERT_TRIANGLE);
    Label line = Controls.label(check.sentence(), check.passes() ? "muted" : "check-failed");
    line.setGraphic(icon);
    line.setGraphicTextGap(6);
    line.setWrapText(!check.passes());
    line.setMinHeight(USE_PREF_SIZE);
    line.setAccessibleText(Words.of(check.passes() ? "sheet.check.passed" : "sheet.check.failed", check.sentence()));
    return line;
  }
}

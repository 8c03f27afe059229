package dropoutlab.ui.shell;

import atlantafx.base.theme.Styles;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import javafx.scene.control.TextField;
import javafx.util.Subscription;

/// The experiment's seed: a whole number, applied with Enter.
final class SeedField extends TextField {
  private static final long MAX = 9_007_199_254_740_991L;

  SeedField() {
    setId("seed");
    getStyleClass().addAll("number", "seed");
    Controls.explain(this, "Seed: a whole number from 0; Enter applies it");
  }

  Subscription bind(LabModel model) {
    setOnAction(_ -> apply(model));
    return Subscription.combine(
        model.experiment().subscribe(e -> { if (e != null) setText(Long.toString(e.seed())); }),
        textProperty().subscribe(text ->
            pseudoClassStateChanged(Styles.STATE_DANGER, !text.isEmpty() && !isSeed(text))),
        focusedProperty().subscribe((_, focused) -> {
          if (!focused && isSeed(getText())) apply(model);
        }));
  }

  private void apply(LabModel model) {
    String text = getText().strip();
    if (isSeed(text)) model.change(e -> e.withSeed(Long.parseLong(text)));
    else model.report("The seed must be a whole number from 0 to " + MAX + ", but is \"" + text + "\".");
  }

  private static boolean isSeed(String text) {
    String digits = text.strip();
    return digits.matches("\\d{1,16}") && Long.parseLong(digits) <= MAX;
  }
}

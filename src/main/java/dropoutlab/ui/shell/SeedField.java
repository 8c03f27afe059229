package dropoutlab.ui.shell;

import dropoutlab.spec.Seed;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FieldCheck;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.words.Words;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.util.Subscription;

/// The experiment's seed: a whole number, applied with Enter.
final class SeedField extends TextField {
  SeedField() {
    setId("seed");
    getStyleClass().addAll("number", "seed");
    FieldCheck.of(this, text -> text.isEmpty() || isSeed(text) ? Optional.empty() : Optional.of(fault(text)),
        sentence -> Controls.explain(this, sentence.isEmpty() ? Words.of("shell.seed.tip") : sentence));
  }

  Subscription bind(LabModel model) {
    setOnAction(_ -> apply(model));
    return Subscription.combine(
        model.experiment().subscribe(e -> { if (e != null) setText(Long.toString(e.seed())); }),
        focusedProperty().subscribe((_, focused) -> {
          if (!focused && isSeed(getText())) apply(model);
        }));
  }

  private void apply(LabModel model) {
    String text = getText().strip();
    if (isSeed(text)) model.editor().change(e -> e.withSeed(Long.parseLong(text)));
    else model.editor().report(fault(text));
  }

  private static String fault(String text) {
    return Words.of("shell.seed.fault", Seed.fault(Words.of("shell.quoted", text)));
  }

  private static boolean isSeed(String text) { return Seed.of(text.strip()).isPresent(); }
}

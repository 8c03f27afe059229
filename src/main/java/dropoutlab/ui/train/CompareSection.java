package dropoutlab.ui.train;

import atlantafx.base.controls.ToggleSwitch;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.Section;
import dropoutlab.words.Words;
import javafx.util.Subscription;

/// The twin, on or off.
final class CompareSection extends Section {
  private final ToggleSwitch twin;

  CompareSection() {
    ToggleSwitch twin = new ToggleSwitch();
    super(Words.of("trainview.compare.title"), false, twin);
    this.twin = twin;
    twin.setId("twin");
    twin.setAccessibleText(Words.of("trainview.compare.twin.tip"));
    add(Controls.label(Words.of("trainview.compare.twin"), "muted"));
  }

  Subscription bind(LabModel model) {
    return Subscription.combine(
        model.experiment().subscribe(e -> { if (e != null) twin.setSelected(e.training().twin()); }),
        twin.selectedProperty().subscribe((_, on) ->
            model.editor().change(e -> e.withTraining(e.training().withTwin(on)))));
  }
}

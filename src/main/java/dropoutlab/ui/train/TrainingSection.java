package dropoutlab.ui.train;

import dropoutlab.spec.Initialisation;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.CheckedField;
import dropoutlab.ui.parts.Choices;
import dropoutlab.ui.parts.Section;
import dropoutlab.ui.parts.SettingFields;
import dropoutlab.words.Words;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.util.Subscription;

/// Initialisation, batch size, epochs, and the optimiser's own parameters.
final class TrainingSection extends Section {
  private static final List<String> ELSEWHERE = List.of("learningRate");

  private final ComboBox<Initialisation> initialisation =
      Choices.of("initialisation", Words.of("trainview.training.initialisation.tip"), Choices::title,
          Initialisation.values());
  private final CheckedField batch =
      CheckedField.whole("batchSize", Words.of("trainview.training.batch_size"),
          Words.of("trainview.training.batch_size.tip"), 1, 8192);
  private final CheckedField epochs =
      CheckedField.whole("epochs", Words.of("trainview.training.epochs"), Words.of("trainview.training.epochs.tip"), 0,
          1_000_000);

  TrainingSection() {
    super(Words.of("trainview.training.title"), true);
    add(row(Words.of("trainview.training.initialisation"), initialisation), batch, epochs);
  }

  Subscription bind(LabModel model) {
    SettingFields<OptimiserSpec> optimiser =
        new SettingFields<>("", next -> model.editor().change(e -> e.withOptimiser(next)));
    add(optimiser);
    initialisation.setOnAction(_ -> {
      if (initialisation.getValue() != null)
        model.editor().change(e -> e.withNetwork(e.network().withInitialisation(initialisation.getValue())));
    });
    return Subscription.combine(
        batch.bind(text -> model.editor().change(e -> e.withTraining(e.training().withBatch(Integer.parseInt(text))))),
        epochs.bind(text ->
            model.editor().change(e -> e.withTraining(e.training().withEpochs(Integer.parseInt(text))))),
        model.experiment().subscribe(e -> {
          if (e == null) return;
          initialisation.setValue(e.network().initialisation());
          batch.show(Integer.toString(e.training().batch()));
          epochs.show(Integer.toString(e.training().epochs()));
          optimiser.showRecord(e.optimiser(), ELSEWHERE);
        }));
  }
}

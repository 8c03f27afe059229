package dropoutlab.ui.train;

import dropoutlab.spec.Initialisation;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.CheckedField;
import dropoutlab.ui.parts.Choices;
import dropoutlab.ui.parts.Section;
import dropoutlab.ui.train.OptimiserKind.Parameter;
import dropoutlab.words.Numbers;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Initialisation, batch size, epochs, and the optimiser's own parameters.
final class TrainingSection extends Section {
  private final ComboBox<Initialisation> initialisation =
      Choices.of("initialisation", "Initialisation of the weights", Choices::title, Initialisation.values());
  private final CheckedField batch = CheckedField.whole("batchSize", "batch size", "Batch size", 1, 8192);
  private final CheckedField epochs = CheckedField.whole("epochs", "epochs",
      "Epochs to train; 0 leaves the first weights as they are", 0, 1_000_000);
  private final VBox parameters = new VBox();
  private List<Parameter> shown = List.of();
  private Subscription fields = Subscription.EMPTY;

  TrainingSection() {
    super("Training", true);
    parameters.getStyleClass().add("section-body");
    add(row("initialisation", initialisation), batch, epochs, parameters);
  }

  Subscription bind(LabModel model) {
    initialisation.setOnAction(_ -> {
      if (initialisation.getValue() != null)
        model.change(e -> e.withNetwork(e.network().withInitialisation(initialisation.getValue())));
    });
    return Subscription.combine(
        batch.bind(text -> model.change(e -> e.withTraining(e.training().withBatch(Integer.parseInt(text))))),
        epochs.bind(text -> model.change(e -> e.withTraining(e.training().withEpochs(Integer.parseInt(text))))),
        model.experiment().subscribe(e -> {
          if (e == null) return;
          initialisation.setValue(e.network().initialisation());
          batch.show(Integer.toString(e.training().batch()));
          epochs.show(Integer.toString(e.training().epochs()));
          showParameters(model, OptimiserKind.parameters(e.optimiser()));
        }),
        () -> fields.unsubscribe());
  }

  private void showParameters(LabModel model, List<Parameter> wanted) {
    if (!wanted.stream().map(Parameter::name).toList().equals(shown.stream().map(Parameter::name).toList())) {
      fields.unsubscribe();
      fields = Subscription.EMPTY;
      parameters.getChildren().clear();
      for (int i = 0; i < wanted.size(); i++) addField(model, wanted.get(i).name(), i);
    }
    shown = wanted;
    for (int i = 0; i < wanted.size(); i++)
      ((CheckedField) parameters.getChildren().get(i)).show(Numbers.typed(wanted.get(i).value()));
  }

  private void addField(LabModel model, String name, int index) {
    boolean below1 = !name.equals("epsilon") && !name.equals("weightDecay");
    CheckedField field = CheckedField.number(name, label(name), "Optimiser: " + label(name),
        v -> v >= 0 && (!below1 || v < 1) && (!name.equals("epsilon") || v > 0),
        below1 ? "a number from 0 to below 1" : name.equals("epsilon") ? "a number greater than 0" : "0 or more");
    parameters.getChildren().add(field);
    fields = fields.and(field.bind(text ->
        model.change(e -> e.withOptimiser(shown.get(index).with().apply(Double.parseDouble(text))))));
  }

  private static String label(String name) {
    return switch (name) {
      case "beta1" -> "β₁";
      case "beta2" -> "β₂";
      case "epsilon" -> "ε";
      case "weightDecay" -> "weight decay";
      default -> name;
    };
  }
}

package dropoutlab.ui.train;

import dropoutlab.spec.Activation;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.Setting;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.CheckedField;
import dropoutlab.ui.parts.Choices;
import dropoutlab.ui.parts.Section;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.util.Subscription;

/// Hidden layers, activation, optimiser and learning rate.
final class NetworkSection extends Section {
  private final CheckedField layers =
      new CheckedField("hiddenLayers", Words.of("trainview.network.layers"), Words.of("trainview.network.layers.tip"),
          NetworkSection::fault);
  private final ComboBox<Activation> activation =
      Choices.of("activation", Words.of("trainview.network.activation.tip"), Choices::title, Activation.values());
  private final ComboBox<OptimiserSpec> optimiser = Choices.of("optimiser", Words.of("trainview.network.optimiser.tip"),
      NetworkSection::title, OptimiserSpec.standard().toArray(OptimiserSpec[]::new));
  private final CheckedField learningRate = CheckedField.number("learningRate",
      Words.of("trainview.network.learning_rate"),
      Words.of("trainview.network.learning_rate.tip"), rate -> rate > 0,
      Words.of("trainview.network.learning_rate.wanted"));

  NetworkSection() {
    super(Words.of("trainview.network.title"), false, Controls.label(Words.of("trainview.restarts"), "faint"));
    add(layers, row(Words.of("trainview.network.activation"), activation),
        row(Words.of("trainview.network.optimiser"), optimiser), learningRate);
  }

  private static String title(OptimiserSpec optimiser) {
    return Words.of("trainview.optimiser." + Setting.typeOf(optimiser));
  }

  Subscription bind(LabModel model) {
    activation.setOnAction(_ -> {
      if (activation.getValue() != null)
        model.editor().change(e -> e.withNetwork(withActivation(e.network(), activation.getValue())));
    });
    optimiser.setOnAction(_ -> {
      OptimiserSpec chosen = optimiser.getValue();
      if (chosen != null && chosen.getClass() != model.experiment().get().optimiser().getClass())
        model.editor().change(e -> e.withOptimiser(ExperimentJson.retyped(e.optimiser(), chosen.getClass())));
    });
    return Subscription.combine(
        model.experiment().subscribe(e -> { if (e != null) show(e); }),
        layers.bind(text -> model.editor().change(e -> e.withNetwork(withUnits(e.network(), units(text))))),
        learningRate.bind(text ->
            model.editor().change(e -> e.withOptimiser(e.optimiser().at(Double.parseDouble(text))))));
  }

  private void show(Experiment e) {
    layers.show(e.network().hidden().stream().map(l -> Integer.toString(l.units())).collect(Collectors.joining(", ")));
    List<Activation> used = e.network().hidden().stream().map(HiddenLayer::activation).distinct().toList();
    activation.setValue(used.size() == 1 ? used.getFirst() : null);
    activation.setDisable(used.isEmpty());
    activation.setPromptText(used.size() > 1 ? Words.of("trainview.network.activation.mixed") : "");
    optimiser.setValue(OptimiserSpec.standard(e.optimiser().getClass()));
    learningRate.show(Numbers.typed(e.optimiser().learningRate()));
  }

  private static Optional<String> fault(String text) {
    if (text.isEmpty()) return Optional.empty();
    String[] parts = text.split(",", -1);
    if (parts.length > 8) return Optional.of(Words.of("trainview.network.layers.too_many"));
    for (String part : parts) {
      String digits = part.strip();
      if (!digits.matches("\\d{1,4}") || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > 8192)
        return Optional.of(Words.of("trainview.network.layers.no_number", digits));
    }
    return Optional.empty();
  }

  private static List<Integer> units(String text) {
    if (text.isEmpty()) return List.of();
    return Stream.of(text.split(",")).map(String::strip).map(Integer::valueOf).toList();
  }

  /// Layers keep all but their units; new ones are like the last.
  static NetworkSpec withUnits(NetworkSpec network, List<Integer> units) {
    List<HiddenLayer> old = network.hidden();
    List<HiddenLayer> layers = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      HiddenLayer like = old.isEmpty() ? HiddenLayer.STANDARD : old.get(Math.min(i, old.size() - 1));
      layers.add(like.withUnits(units.get(i)));
    }
    return network.withHidden(layers);
  }

  static NetworkSpec withActivation(NetworkSpec network, Activation activation) {
    return network.withHidden(network.hidden().stream().map(layer -> layer.withActivation(activation)).toList());
  }
}

package dropoutlab.ui.train;

import dropoutlab.spec.Activation;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.CheckedField;
import dropoutlab.ui.parts.Choices;
import dropoutlab.ui.parts.Section;
import dropoutlab.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.util.Subscription;

/// Hidden layers, activation, optimiser and learning rate.
final class NetworkSection extends Section {
  private final CheckedField layers = new CheckedField("hiddenLayers", "hidden layers",
      "Hidden layers: the units of each, as in 16, 16", NetworkSection::fault);
  private final ComboBox<Activation> activation =
      Choices.of("activation", "Activation", Choices::title, Activation.values());
  private final ComboBox<OptimiserKind> optimiser =
      Choices.of("optimiser", "Optimiser", OptimiserKind::title, OptimiserKind.values());
  private final CheckedField learningRate = CheckedField.number("learningRate", "learning rate",
      "Learning rate of the optimiser", rate -> rate > 0, "a number greater than 0");

  NetworkSection() {
    super("Network", false, Controls.label("restarts the run", "faint"));
    add(layers, row("activation", activation), row("optimiser", optimiser), learningRate);
  }

  Subscription bind(LabModel model) {
    activation.setOnAction(_ -> {
      if (activation.getValue() != null)
        model.change(e -> e.withNetwork(withActivation(e.network(), activation.getValue())));
    });
    optimiser.setOnAction(_ -> {
      OptimiserKind kind = optimiser.getValue();
      if (kind != null && kind != OptimiserKind.of(model.experiment().get().optimiser()))
        model.change(e -> e.withOptimiser(kind.like(e.optimiser())));
    });
    return Subscription.combine(
        model.experiment().subscribe(e -> { if (e != null) show(e); }),
        layers.bind(text -> model.change(e -> e.withNetwork(withUnits(e.network(), units(text))))),
        learningRate.bind(text -> model.change(e -> e.withOptimiser(e.optimiser().at(Double.parseDouble(text))))));
  }

  private void show(Experiment e) {
    layers.show(e.network().hidden().stream().map(l -> Integer.toString(l.units())).collect(Collectors.joining(", ")));
    List<Activation> used = e.network().hidden().stream().map(HiddenLayer::activation).distinct().toList();
    activation.setValue(used.size() == 1 ? used.getFirst() : null);
    activation.setDisable(used.isEmpty());
    activation.setPromptText(used.size() > 1 ? "mixed" : "");
    optimiser.setValue(OptimiserKind.of(e.optimiser()));
    learningRate.show(Numbers.typed(e.optimiser().learningRate()));
  }

  private static Optional<String> fault(String text) {
    if (text.isEmpty()) return Optional.empty();
    String[] parts = text.split(",", -1);
    if (parts.length > 8) return Optional.of("At most 8 hidden layers, please.");
    for (String part : parts) {
      String digits = part.strip();
      if (!digits.matches("\\d{1,4}") || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > 8192)
        return Optional.of("\"" + digits + "\" is not a number of units: as in 16, 16.");
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

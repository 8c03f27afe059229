package dropoutlab.ui.sweep;

import dropoutlab.export.recipe.Caption;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.parts.Choices;
import dropoutlab.ui.parts.Section;
import dropoutlab.ui.sweep.SweepState.Stage;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Of what the sweep is: the experiment that was set in Train, fixed by the first run.
final class ExperimentSection extends Section {
  private final Label title = Controls.label(""), data = Controls.label("", "number", "small", "muted"),
      training = Controls.label("", "number", "small", "muted");
  private final Label fixed;
  private final Button take;

  ExperimentSection() {
    this(Controls.label(Words.of("sweepview.experiment.fixed"), "muted", "small"),
        Controls.button("fromTrain", Words.of("sweepview.experiment.take"), Feather.CORNER_DOWN_LEFT,
            Words.of("sweepview.experiment.take.tip")));
  }

  private ExperimentSection(Label fixed, Button take) {
    super(Words.of("sweepview.experiment"), false, fixed, take);
    this.fixed = fixed;
    this.take = take;
    fixed.setGraphic(Controls.icon(Feather.LOCK));
    fixed.getStyleClass().add("fixed-label");
    take.getStyleClass().add("link-button");
    title.setId("planExperiment");
    title.setWrapText(true);
    for (Label each : new Label[] {data, training}) each.setWrapText(true);
    add(title, data, training);
  }

  /// @param experiment that is set in Train
  Subscription bind(SweepState state, Supplier<Experiment> experiment) {
    take.setOnAction(_ -> state.change(plan -> plan.onto(experiment.get())));
    return state.version().subscribe(_ -> {
      if (state.plan() == null) return;
      show(state.plan().experiment());
      Controls.present(fixed, state.stage() == Stage.OPEN);
      Controls.present(take, state.stage() == Stage.PLANNED);
    });
  }

  private void show(Experiment of) {
    title.setText(of.title());
    String units = of.network().hidden().stream().map(layer ->
        Integer.toString(layer.units())).collect(Collectors.joining("-"));
    String activation = of.network().hidden().stream().map(HiddenLayer::activation).distinct().map(Choices::title)
        .collect(Collectors.joining(", "));
    String network = of.network().hidden().isEmpty() ? "" : Words.of("sweepview.experiment.network", units, activation);
    data.setText(of.data() instanceof DataSpec.Generated made
        ? Words.of("sweepview.experiment.data", made.training(), network) : network);
    training.setText(Words.of("sweepview.experiment.training", Caption.optimiser(of.optimiser()),
        Numbers.brief(of.optimiser().learningRate()), of.training().epochs()));
  }
}

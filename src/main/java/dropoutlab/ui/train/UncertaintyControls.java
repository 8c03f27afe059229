package dropoutlab.ui.train;

import dropoutlab.data.Schema;
import dropoutlab.figure.catalogue.Figures;
import dropoutlab.figure.catalogue.Grounds;
import dropoutlab.figure.passes.UncertaintyMapFigure.Quantity;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Noise;
import dropoutlab.frame.PortraitRequest;
import dropoutlab.frame.Uncertainty.Band;
import dropoutlab.frame.Uncertainty;
import dropoutlab.spec.Task;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.fx.Sliders;
import dropoutlab.ui.parts.ExampleStepper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.controlsfx.control.SegmentedButton;

/// What the MC-dropout panel shows, and from how many passes.
final class UncertaintyControls extends HBox {
  private static final double DECADES = 3;

  private final ToggleGroup measures = new ToggleGroup();
  private final SegmentedButton measureChips = new SegmentedButton();
  private final ToggleButton held =
      Controls.chip("held", "held mask", "One mask for all inputs of a pass: each pass is one function");
  private final ToggleButton noise =
      Controls.chip("noiseBand", "+ noise", "Add the noise of the data, 1/tau, to the variance");
  private final ToggleButton singles = Controls.chip("singles", "passes", "Draw some single passes");
  private final SegmentedButton bandChips = new SegmentedButton(held, noise, singles);
  private final ExampleStepper examples = new ExampleStepper();
  private final Slider passes = Sliders.plain("passes", 0, DECADES, "T: the number of passes, from 1 to 1,000");
  private final Label passesValue = Controls.label("T = 100", "number");
  private final HBox passesBox = new HBox(6, passes, passesValue);

  /// The slider for T and its value, which stand in the card's first line.
  HBox passesBox() { return passesBox; }

  private enum Measure {
    SD("sd", Quantity.SD, "Standard deviation of the passes"),
    ENTROPY("entropy", Quantity.ENTROPY, "Entropy of the mean prediction: all uncertainty, in nats"),
    INFORMATION("information", Quantity.INFORMATION,
        "Mutual information of prediction and mask: what the passes disagree about, in nats");

    private final String title;
    private final Quantity quantity;
    private final String tip;

    Measure(String title, Quantity quantity, String tip) {
      this.title = title;
      this.quantity = quantity;
      this.tip = tip;
    }
  }

  UncertaintyControls() {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    for (Measure measure : Measure.values()) addMeasure(measure);
    measureChips.setToggleGroup(measures);
    measures.selectToggle(measures.getToggles().getFirst());
    // Each on or off by itself.
    bandChips.setToggleGroup(null);
    held.setSelected(true);
    singles.setSelected(true);
    passesValue.setId("passesValue");
    passesValue.getStyleClass().add("passes-value");
    passes.setBlockIncrement(DECADES / 30);
    passes.setPrefWidth(92);
    passesValue.setMinWidth(USE_PREF_SIZE);
    passesBox.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(measureChips, bandChips, examples);
    // Which of them there are to be is known with the data.
    getChildren().forEach(group -> Controls.present(group, false));
  }

  private void addMeasure(Measure measure) {
    ToggleButton chip = Controls.chip(measure.title, measure.title, measure.tip);
    chip.setToggleGroup(measures);
    chip.setUserData(measure.quantity);
    chip.setOnAction(_ -> chip.setSelected(true));
    chip.setMinWidth(USE_PREF_SIZE);
    measureChips.getButtons().add(chip);
  }

  Subscription bind(LabModel model, Runnable redraw) {
    passes.setValue(Math.log10(model.watched().get().passes()));
    return Subscription.combine(examples.bind(model, model.watched().map(PortraitRequest::example), example ->
            model.watch(r -> r.withExample(example))),
        passes.valueProperty().subscribe(position -> {
          int count = (int) Math.rint(Math.pow(10, position.doubleValue()));
          passesValue.setText("T = " + count);
          model.watch(r -> r.withPasses(count));
        }),
        held.selectedProperty().subscribe(on -> {
          held.setText(on ? "held mask" : "fresh masks");
          model.watch(r -> r.withHeld(on));
        }),
        measures.selectedToggleProperty().subscribe((_, _) -> redraw.run()),
        noise.selectedProperty().subscribe((_, _) -> redraw.run()),
        singles.selectedProperty().subscribe((_, _) -> redraw.run()));
  }

  ExampleStepper examples() { return examples; }

  /// Shows the controls that passes over such data have.
  void fit(Schema schema) {
    boolean probed = Grounds.hasProbe(schema), regression = schema.task() == Task.REGRESSION;
    Controls.present(measureChips, probed && !regression);
    Controls.present(bandChips, probed && regression && schema.inputs().size() == 1);
    Controls.present(examples, !probed);
  }

  /// What is mapped, where this kind of uncertainty has it.
  Quantity quantity(Uncertainty shown) {
    Quantity chosen = (Quantity) measures.getSelectedToggle().getUserData();
    return Figures.has(shown, chosen) ? chosen : Quantity.SD;
  }

  /// Without the noise and the single passes, where these are not wanted.
  Uncertainty chosenOf(Uncertainty shown) {
    if (!(shown instanceof Band band)) return shown;
    Band noised = noise.isSelected() ? band : band.withNoise(Noise.of(0));
    return singles.isSelected() ? noised : noised.withSingles(Matrix.EMPTY);
  }
}

package dropoutlab.ui.train;

import dropoutlab.data.Schema;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.passes.LineFigure;
import dropoutlab.figure.passes.PlaneFigure.Quantity;
import dropoutlab.frame.Sampling;
import dropoutlab.predict.query.InputSpace;
import dropoutlab.spec.Task;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.fx.Sliders;
import dropoutlab.ui.parts.ExampleStepper;
import dropoutlab.words.Words;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
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
      Controls.chip("held", Words.of("trainview.mc.mask.held"), Words.of("trainview.mc.mask.held.tip"));
  private final ToggleButton noise =
      Controls.chip("noiseBand", Words.of("trainview.mc.noise"), Words.of("trainview.mc.noise.tip"));
  private final ToggleButton singles =
      Controls.chip("singles", Words.of("trainview.mc.singles"), Words.of("trainview.mc.singles.tip"));
  private final SegmentedButton bandChips = new SegmentedButton(held, noise, singles);
  private final ExampleStepper examples = new ExampleStepper();
  private final Slider passes = Sliders.plain("passes", 0, DECADES, Words.of("trainview.mc.passes.tip"));
  private final Label passesValue = Controls.label(Words.of("trainview.mc.passes", 100), "number");
  private final HBox passesBox = new HBox(6, passes, passesValue);
  private final ObjectProperty<Sampling> sampling = new SimpleObjectProperty<>(this, "sampling", Sampling.standard());
  private final ObjectProperty<Integer> example = new SimpleObjectProperty<>(this, "example", 0);

  /// The slider for T and its value, which stand in the card's first line.
  HBox passesBox() { return passesBox; }

  private enum Measure {
    SD(Quantity.SD), ENTROPY(Quantity.ENTROPY), INFORMATION(Quantity.INFORMATION);

    private final Quantity quantity;

    Measure(Quantity quantity) { this.quantity = quantity; }
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
    passes.setValue(Math.log10(sampling.get().passes()));
    passes.setBlockIncrement(DECADES / 30);
    passes.setPrefWidth(92);
    passesValue.setMinWidth(USE_PREF_SIZE);
    passesBox.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(measureChips, bandChips, examples);
    // Which of them there are to be is known with the data.
    getChildren().forEach(group -> Controls.present(group, false));
  }

  private void addMeasure(Measure measure) {
    ToggleButton chip = Controls.chip(measure.name().toLowerCase(Locale.ROOT),
        Words.name("trainview.measure", measure), Words.name("trainview.measure_tip", measure));
    chip.setToggleGroup(measures);
    chip.setUserData(measure.quantity);
    chip.setOnAction(_ -> chip.setSelected(true));
    chip.setMinWidth(USE_PREF_SIZE);
    measureChips.getButtons().add(chip);
  }

  /// `ask` is to be run when other passes are wanted, `redraw` when the same are to be drawn otherwise.
  Subscription bind(LabModel model, Runnable ask, Runnable redraw) {
    return Subscription.combine(examples.bind(model, example, example::set),
        passes.valueProperty().subscribe(position -> {
          int count = (int) Math.rint(Math.pow(10, position.doubleValue()));
          passesValue.setText(Words.of("trainview.mc.passes", count));
          sampling.set(sampling.get().withPasses(count));
        }),
        held.selectedProperty().subscribe(on -> {
          held.setText(Words.of(on ? "trainview.mc.mask.held" : "trainview.mc.mask.fresh"));
          sampling.set(sampling.get().withHeld(on));
        }),
        sampling.subscribe((_, _) -> ask.run()), example.subscribe((_, _) -> ask.run()),
        measures.selectedToggleProperty().subscribe((_, _) -> redraw.run()),
        noise.selectedProperty().subscribe((_, _) -> redraw.run()),
        singles.selectedProperty().subscribe((_, _) -> redraw.run()));
  }

  Sampling sampling() { return sampling.get(); }

  ObjectProperty<Integer> example() { return example; }

  ExampleStepper examples() { return examples; }

  /// Shows the controls that passes over such data have.
  void fit(Schema schema) {
    boolean plane = InputSpace.isPlane(schema), line = InputSpace.isLine(schema);
    Controls.present(measureChips, plane && schema.task() == Task.CLASSIFICATION);
    Controls.present(bandChips, line);
    Controls.present(examples, !plane && !line);
  }

  /// What shows the passes over such data.
  FigureKind kind(Schema schema) {
    FigureKind fitting = FigureKind.fitting(schema);
    if (fitting != FigureKind.MC_MAPS) return fitting;
    Quantity chosen = (Quantity) measures.getSelectedToggle().getUserData();
    return FigureKind.mapOf(chosen.isOf(schema.task()) ? chosen : Quantity.SD);
  }

  /// Without the noise and the single passes, where these are not wanted.
  LineFigure.Options line() {
    return new LineFigure.Options(true, noise.isSelected(), singles.isSelected(), false, false, false);
  }
}

package dropoutlab.ui.train;

import dropoutlab.data.DataSet;
import dropoutlab.frame.PortraitRequest;
import dropoutlab.frame.Uncertainty;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.fx.Sliders;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// What the MC-dropout panel shows, and from how many passes.
final class UncertaintyControls extends HBox {
  private static final double DECADES = 3;

  private final ToggleGroup measures = new ToggleGroup();
  private final HBox measureChips = new HBox(4);
  private final ToggleButton held =
      Controls.chip("held", "held mask", "One mask for all inputs of a pass: each pass is one function");
  private final ToggleButton noise =
      Controls.chip("noiseBand", "+ noise", "Add the noise of the data, 1/tau, to the variance");
  private final ToggleButton singles = Controls.chip("singles", "passes", "Draw some single passes");
  private final HBox bandChips = new HBox(4, held, noise, singles);
  private final Button before =
      Controls.quietButton("validationBefore", Feather.CHEVRON_LEFT, "The validation example before");
  private final Button after =
      Controls.quietButton("validationAfter", Feather.CHEVRON_RIGHT, "The next validation example");
  private final Label example = Controls.label("", "number");
  private final HBox exampleChips = new HBox(2, before, example, after);
  private final Slider passes = Sliders.plain("passes", 0, DECADES, "T: the number of passes, from 1 to 1,000");
  private final Label passesValue = Controls.label("T = 100", "number");
  private final HBox passesBox = new HBox(6, passes, passesValue);

  /// The slider for T and its value, which stand in the card's first line.
  HBox passesBox() { return passesBox; }

  /// What a figure is asked to show.
  record Options(Measure measure, boolean noise, boolean singles) {}

  enum Measure {
    SD("sd", "Standard deviation of the passes"),
    ENTROPY("entropy", "Entropy of the mean prediction: all uncertainty, in nats"),
    INFORMATION("information", "Mutual information of prediction and mask: what the passes disagree about, in nats");

    private final String title;
    private final String tip;

    Measure(String title, String tip) {
      this.title = title;
      this.tip = tip;
    }
  }

  UncertaintyControls() {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    for (Measure measure : Measure.values()) {
      ToggleButton chip = Controls.chip(measure.title, measure.title, measure.tip);
      chip.setToggleGroup(measures);
      chip.setUserData(measure);
      chip.setOnAction(_ -> chip.setSelected(true));
      chip.setMinWidth(USE_PREF_SIZE);
      measureChips.getChildren().add(chip);
    }
    measures.selectToggle(measures.getToggles().getFirst());
    held.setSelected(true);
    singles.setSelected(true);
    exampleChips.setAlignment(Pos.CENTER_LEFT);
    passesValue.setId("passesValue");
    passesValue.getStyleClass().add("passes-value");
    passes.setBlockIncrement(DECADES / 30);
    passes.setPrefWidth(92);
    passesValue.setMinWidth(USE_PREF_SIZE);
    passesBox.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(measureChips, bandChips, exampleChips);
  }

  Subscription bind(LabModel model, Runnable redraw) {
    passes.setValue(Math.log10(model.watched().get().passes()));
    before.setOnAction(_ -> look(model, -1));
    after.setOnAction(_ -> look(model, 1));
    return Subscription.combine(
        passes.valueProperty().subscribe(position -> {
          int count = (int) Math.rint(Math.pow(10, position.doubleValue()));
          passesValue.setText("T = " + count);
          model.watch(r -> new PortraitRequest(r.uncertainty(), count, r.held(), r.cells(), r.probe(), r.example()));
        }),
        held.selectedProperty().subscribe(on -> {
          held.setText(on ? "held mask" : "fresh masks");
          model.watch(r -> new PortraitRequest(r.uncertainty(), r.passes(), on, r.cells(), r.probe(), r.example()));
        }),
        measures.selectedToggleProperty().subscribe((_, _) -> redraw.run()),
        noise.selectedProperty().subscribe((_, _) -> redraw.run()),
        singles.selectedProperty().subscribe((_, _) -> redraw.run()));
  }

  private static void look(LabModel model, int step) {
    if (model.data().get() == null) return;
    int count = model.data().get().validation().size();
    model.watch(r -> new PortraitRequest(r.uncertainty(), r.passes(), r.held(), r.cells(), r.probe(),
        Math.floorMod(r.example() + step, count)));
  }

  /// Shows the controls that this kind of uncertainty has.
  void fit(Uncertainty shown, DataSet data) {
    boolean maps = shown instanceof Uncertainty.Maps m && !m.entropy().isEmpty();
    Controls.present(measureChips, maps);
    Controls.present(bandChips, shown instanceof Uncertainty.Band);
    int row = switch (shown) {
      case Uncertainty.ClassPasses c -> c.example();
      case Uncertainty.ValuePasses v -> v.example();
      case Uncertainty.Band _, Uncertainty.Maps _ -> -1;
    };
    Controls.present(exampleChips, row >= 0);
    example.setText((row + 1) + " / " + data.validation().size());
  }

  Options options() {
    return new Options((Measure) measures.getSelectedToggle().getUserData(), noise.isSelected(), singles.isSelected());
  }
}

package dropoutlab.ui.train;

import dropoutlab.spec.Experiment;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.fx.Sliders;
import dropoutlab.ui.parts.Section;
import dropoutlab.ui.parts.Ticks;
import dropoutlab.words.Shown;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The drop rate p: one slider for all hidden layers, and one a layer. It works while the network trains.
final class DropoutSection extends Section {
  private final Label big;
  private final Slider main = Sliders.dropRate("p", "Drop rate p of all hidden layers");
  private final Label three = Controls.label("", "three-numbers");
  private final GridPane layers = new GridPane(8, 5);
  private final List<Slider> sliders = new ArrayList<>();
  private final List<Label> values = new ArrayList<>();
  private Subscription perLayer = Subscription.EMPTY;
  private boolean showing;

  DropoutSection() {
    Label big = Controls.label("p = 0.00", "big-p");
    super("Dropout", false, big);
    this.big = big;
    big.setId("pValue");
    three.setId("threeNumbers");
    three.setMaxWidth(Double.MAX_VALUE);
    three.setAlignment(Pos.CENTER);
    layers.getStyleClass().add("per-layer");
    add(new VBox(main, new Ticks(0.95, 0, 0.25, 0.5, 0.75, 0.95)), three,
        new VBox(4, Controls.label("per layer", "muted"), layers));
  }

  Slider slider() { return main; }

  Subscription bind(LabModel model) {
    Subscription moved = main.valueProperty().subscribe((_, value) -> {
      if (!showing) setHidden(model, round(value.doubleValue()));
    });
    return Subscription.combine(moved, Sliders.gestures(main, model),
        model.experiment().subscribe(e -> { if (e != null) show(model, e); }), () -> perLayer.unsubscribe());
  }

  /// Changes p of all hidden layers by `delta`, or of the input where there are none.
  void change(double delta) { main.setValue(Math.clamp(round(main.getValue() + delta), 0, 0.95)); }

  private void setHidden(LabModel model, double p) {
    List<Double> rates = new ArrayList<>(model.experiment().get().network().dropRates());
    Collections.fill(ruled(rates), p);
    model.setDropRates(rates);
  }

  /// What the main slider rules: all hidden layers, or the input where there are none.
  private static List<Double> ruled(List<Double> rates) {
    return rates.size() == 1 ? rates : rates.subList(1, rates.size());
  }

  private void setOne(LabModel model, int layer, double p) {
    List<Double> rates = new ArrayList<>(model.experiment().get().network().dropRates());
    rates.set(layer, p);
    model.setDropRates(rates);
  }

  private static double round(double p) { return Math.min(0.95, Math.rint(p * 100) / 100); }

  private void show(LabModel model, Experiment e) {
    List<Double> rates = e.network().dropRates();
    if (sliders.size() != rates.size()) makeSliders(model, rates.size());
    showing = true;
    for (int i = 0; i < rates.size(); i++) {
      if (round(sliders.get(i).getValue()) != rates.get(i)) sliders.get(i).setValue(rates.get(i));
      values.get(i).setText(Shown.briefRate(rates.get(i)));
    }
    showMain(ruled(rates));
    showing = false;
  }

  private void showMain(List<Double> ruled) {
    double min = Collections.min(ruled);
    boolean one = min == Collections.max(ruled);
    if (one && round(main.getValue()) != min) main.setValue(min);
    big.setText(Shown.dropRates(ruled));
    three.setText(one ? Shown.threeNumbers(min) : "each layer has its own p");
  }

  private void makeSliders(LabModel model, int count) {
    perLayer.unsubscribe();
    perLayer = Subscription.EMPTY;
    sliders.clear();
    values.clear();
    layers.getChildren().clear();
    for (int i = 0; i < count; i++) addSlider(model, i);
  }

  private void addSlider(LabModel model, int layer) {
    String name = layer == 0 ? "input" : "hidden " + layer;
    Slider slider = Sliders.dropRate(layer == 0 ? "p-input" : "p-hidden-" + layer, "Drop rate p of " + name);
    slider.getStyleClass().add("thin");
    GridPane.setHgrow(slider, javafx.scene.layout.Priority.ALWAYS);
    Label value = Controls.label("0", "number", "rate-value");
    Label label = Controls.label(name);
    label.setMinWidth(USE_PREF_SIZE);
    layers.addRow(layer, label, slider, value);
    sliders.add(slider);
    values.add(value);
    perLayer = perLayer.and(Sliders.gestures(slider, model)).and(slider.valueProperty().subscribe((_, p) -> {
      if (!showing) setOne(model, layer, round(p.doubleValue()));
    }));
  }
}

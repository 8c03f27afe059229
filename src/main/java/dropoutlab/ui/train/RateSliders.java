package dropoutlab.ui.train;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.fx.Sliders;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

/// A slider for each drop rate: the input's, those of the body, and each hidden layer's, as the network is read. One
/// that a method learns only follows what has been learnt.
final class RateSliders extends GridPane {
  private final List<Rate> rates = new ArrayList<>();
  private List<String> shown = List.of();
  private Subscription bound = Subscription.EMPTY;
  private boolean showing;

  private record Rate(Label name, Slider slider, Label value) {}

  RateSliders() {
    super(8, 5);
    getStyleClass().add("per-layer");
  }

  void show(LabModel model, Experiment e) {
    List<String> names = names(e.network());
    if (!names.equals(shown)) rebuild(model, names, e.network().denseRates());
    showing = true;
    List<Double> set = e.network().dropRates();
    for (int i = 0; i < set.size(); i++) {
      boolean learnt = isLearnt(e.network(), i);
      rates.get(i).slider.setDisable(learnt || i == 0 && e.network().words().isPresent());
      rates.get(i).name.setText(learnt ? Words.of("trainview.rate.learnt", names.get(i)) : names.get(i));
      if (!learnt || model.run().present().isEmpty()) show(i, set.get(i));
    }
    showing = false;
  }

  /// The rates that have been learnt so far.
  void follow(NetworkSpec asked, List<Double> inForce) {
    if (inForce.size() != rates.size()) return;
    showing = true;
    for (int i = 0; i < inForce.size(); i++) if (isLearnt(asked, i)) show(i, inForce.get(i));
    showing = false;
  }

  private void show(int at, double p) {
    Rate rate = rates.get(at);
    if (round(rate.slider.getValue()) != p) rate.slider.setValue(p);
    rate.value.setText(Shown.briefRate(p));
  }

  /// Whether a rate, in the order of [NetworkSpec#dropRates], is learnt: those of the body that are learnt are not
  /// there.
  static boolean isLearnt(NetworkSpec network, int rate) {
    return rate > 0 && rate < network.denseRates() && network.hidden().get(rate - 1).method().learnsRate();
  }

  static double round(double p) { return Math.min(0.95, Math.rint(p * 100) / 100); }

  void close() { bound.unsubscribe(); }

  private static List<String> names(NetworkSpec network) {
    List<String> names = new ArrayList<>(List.of(Words.of("trainview.rate.input")));
    for (int i = 1; i <= network.hidden().size(); i++) names.add(Words.of("trainview.rate.hidden", i));
    names.addAll(BodyRates.names(network.body()));
    return names;
  }

  private void rebuild(LabModel model, List<String> names, int dense) {
    bound.unsubscribe();
    bound = Subscription.EMPTY;
    shown = names;
    rates.clear();
    getChildren().clear();
    for (int i = 0; i < names.size(); i++) {
      String id = i == 0 ? "p-input" : i < dense ? "p-hidden-" + i : "p-body-" + (i - dense + 1);
      Rate rate = rate(model, i, id, names.get(i));
      rates.add(rate);
      // The body stands between the input and the hidden layers, although its rates come last.
      int row = i == 0 ? 0 : i < dense ? names.size() - dense + i : i - dense + 1;
      addRow(row, rate.name, rate.slider, rate.value);
    }
  }

  private Rate rate(LabModel model, int at, String id, String name) {
    Slider slider = Sliders.dropRate(id, Words.of("trainview.rate.slider", name));
    slider.getStyleClass().add("thin");
    setHgrow(slider, Priority.ALWAYS);
    slider.setMinWidth(60);
    Label label = Controls.label(name);
    label.setLabelFor(slider);
    label.setMinWidth(USE_PREF_SIZE);
    bound = bound.and(Sliders.gestures(slider, model)).and(slider.valueProperty().subscribe((_, p) -> {
      if (!showing) set(model, at, round(p.doubleValue()));
    }));
    return new Rate(label, slider, Controls.label("0", "number", "rate-value"));
  }

  private static void set(LabModel model, int at, double p) {
    List<Double> rates = new ArrayList<>(model.experiment().get().network().dropRates());
    rates.set(at, p);
    model.editor().setDropRates(rates);
  }
}

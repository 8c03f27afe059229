package dropoutlab.ui.train;

import dropoutlab.frame.Frame;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.fx.Sliders;
import dropoutlab.ui.parts.Section;
import dropoutlab.ui.parts.Ticks;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// How much is dropped, and how: one slider and one method for all hidden layers, and one of each a layer. Rates work
/// while the network trains.
final class DropoutSection extends Section {
  private static final double FRAMES_PER_SECOND = 10;

  private final Label big;
  private final Slider main = Sliders.dropRate("p", Words.of("trainview.dropout.slider"));
  private final Label three = Controls.label("", "three-numbers");
  private final MethodPicker method = new MethodPicker("method", Words.of("trainview.picker.method"),
      Words.of("trainview.picker.of_all"));
  private final ToggleButton each = Controls.chip("methodsPerLayer", Words.of("trainview.dropout.methods"),
      Words.of("trainview.dropout.methods.tip"));
  private final RateSliders sliders = new RateSliders();
  private final HBox byLayer = new HBox(8, Controls.label(Words.of("trainview.restarts"), "faint"),
      Controls.spring(), each);
  private final VBox pickers = new VBox();
  private Subscription picking = Subscription.EMPTY;
  private boolean showing;

  DropoutSection() {
    Label big = Controls.label(Shown.dropRates(List.of()), "big-p");
    super(Words.of("trainview.dropout.title"), false, big);
    this.big = big;
    big.setId("pValue");
    three.setId("threeNumbers");
    three.setMaxWidth(Double.MAX_VALUE);
    three.setAlignment(Pos.CENTER);
    byLayer.setAlignment(Pos.CENTER_LEFT);
    pickers.getStyleClass().add("method-list");
    add(new VBox(main, new Ticks(0.95, 0, 0.25, 0.5, 0.75, 0.95)), three,
        new VBox(4, Controls.label(Words.of("trainview.dropout.per_layer"), "muted"), sliders), method, byLayer,
            pickers);
  }

  Slider slider() { return main; }

  Subscription bind(LabModel model) {
    Subscription moved = main.valueProperty().subscribe((_, value) -> {
      if (!showing) setRuled(model, RateSliders.round(value.doubleValue()));
    });
    return Subscription.combine(moved, Sliders.gestures(main, model),
        method.bind(change -> changeAll(model, change)), each.selectedProperty().subscribe((_, _) -> show(model)),
        model.experiment().subscribe(_ -> show(model)),
        model.pump().onFrame(FRAMES_PER_SECOND, _ -> model.run().present().ifPresent(now -> follow(model, now))),
        () -> picking.unsubscribe(), sliders::close);
  }

  /// Changes p of all hidden layers by `delta`, or of the input where there are none.
  void change(double delta) {
    if (!main.isDisabled()) main.setValue(Math.clamp(RateSliders.round(main.getValue() + delta), 0, 0.95));
  }

  private void setRuled(LabModel model, double p) {
    NetworkSpec network = model.experiment().get().network();
    List<Double> rates = new ArrayList<>(network.dropRates());
    ruled(network).forEach(i -> rates.set(i, p));
    model.editor().setDropRates(rates);
  }

  /// What the main slider rules: the rates of all layers that do not learn theirs, or the input's where there are none.
  private static List<Integer> ruled(NetworkSpec network) {
    int count = network.dropRates().size();
    if (count == 1) return List.of(0);
    return IntStream.range(1, count).filter(i -> !RateSliders.isLearnt(network, i)).boxed().toList();
  }

  private void show(LabModel model) {
    Experiment e = model.experiment().get();
    if (e == null) return;
    List<HiddenLayer> hidden = e.network().hidden();
    sliders.show(model, e);
    showMethods(model, hidden);
    List<Integer> ruled = ruled(e.network());
    main.setDisable(ruled.isEmpty() || ruled.equals(List.of(0)) && e.network().words().isPresent());
    List<Double> rates = e.network().dropRates();
    if (!ruled.isEmpty()) showMain(ruled.stream().map(rates::get).toList());
    else if (model.run().present().isEmpty()) showLearnt(rates.subList(1, rates.size()));
  }

  private void showMain(List<Double> ruled) {
    double min = Collections.min(ruled);
    boolean one = min == Collections.max(ruled);
    moveMain(one ? min : ruled.stream().mapToDouble(p -> p).average().orElseThrow());
    big.setText(Shown.dropRates(ruled));
    three.setText(one ? Shown.threeNumbers(min) : Words.of("trainview.dropout.differ"));
  }

  /// Where every layer learns its rate, all follow.
  private void follow(LabModel model, Frame frame) {
    NetworkSpec asked = model.experiment().get().network();
    List<Double> rates = frame.dropRates();
    sliders.follow(asked, rates);
    if (ruled(asked).isEmpty() && rates.size() == asked.dropRates().size()) showLearnt(rates.subList(1, rates.size()));
  }

  private void showLearnt(List<Double> rates) {
    moveMain(rates.stream().mapToDouble(p -> p).average().orElseThrow());
    big.setText(Shown.dropRates(rates.stream().map(p -> Math.rint(100 * p) / 100).toList()));
    three.setText(Words.of("trainview.dropout.learnt"));
  }

  private void moveMain(double p) {
    showing = true;
    if (RateSliders.round(main.getValue()) != p) main.setValue(p);
    showing = false;
  }

  private void showMethods(LabModel model, List<HiddenLayer> hidden) {
    boolean differ = hidden.stream().map(HiddenLayer::method).distinct().count() > 1;
    if (differ) each.setSelected(true);
    boolean open = each.isSelected() && hidden.size() > 1;
    if (pickers.getChildren().size() != hidden.size()) makePickers(model, hidden.size());
    for (int i = 0; i < hidden.size(); i++)
      ((MethodPicker) pickers.getChildren().get(i)).showOne(hidden.get(i), differ);
    if (!hidden.isEmpty()) method.showAll(hidden, !open);
    Controls.present(method, !hidden.isEmpty());
    Controls.present(byLayer, hidden.size() > 1);
    Controls.present(pickers, open);
  }

  private void makePickers(LabModel model, int count) {
    picking.unsubscribe();
    picking = Subscription.EMPTY;
    pickers.getChildren().clear();
    for (int i = 0; i < count; i++) {
      int at = i;
      MethodPicker picker = new MethodPicker("method-" + (i + 1), Words.of("trainview.rate.hidden", i + 1),
          Words.of("trainview.picker.of_one", i + 1));
      pickers.getChildren().add(picker);
      picking = picking.and(picker.bind(change -> changeOne(model, at, change)));
    }
  }

  private static void changeAll(LabModel model, UnaryOperator<HiddenLayer> change) {
    model.editor().change(e ->
        e.withNetwork(e.network().withHidden(e.network().hidden().stream().map(change).toList())));
  }

  private static void changeOne(LabModel model, int at, UnaryOperator<HiddenLayer> change) {
    model.editor().change(e -> {
      List<HiddenLayer> layers = new ArrayList<>(e.network().hidden());
      layers.set(at, change.apply(layers.get(at)));
      return e.withNetwork(e.network().withHidden(layers));
    });
  }
}

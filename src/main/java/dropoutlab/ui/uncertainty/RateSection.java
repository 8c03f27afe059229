package dropoutlab.ui.uncertainty;

import dropoutlab.frame.Sampling;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.fx.Sliders;
import dropoutlab.ui.parts.Section;
import dropoutlab.ui.parts.Segments;
import dropoutlab.ui.parts.Ticks;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The drop rate p of the passes: as in the training, or another one.
final class RateSection extends Section {
  private static final double MOST = 0.95;

  private final Label big;
  private final Segments<Boolean> source = new Segments<Boolean>()
      .with(false, "rateAsTrained", Words.of("uncertainty.rate.as_trained"),
          Words.of("uncertainty.rate.as_trained.tip"))
      .with(true, "rateOwn", Words.of("uncertainty.rate.own"), Words.of("uncertainty.rate.own.tip"));
  private final Slider slider = Sliders.dropRate("predictionP", Words.of("uncertainty.rate.slider"));
  private final VBox scale = new VBox(slider, new Ticks(MOST, 0, 0.25, 0.5, 0.75, MOST));
  private List<Double> trained = List.of();
  private boolean drops;
  private boolean showing;

  RateSection() {
    Label big = Controls.label(Shown.dropRate(0), "big-p");
    super(Words.of("uncertainty.rate.title"), false, big);
    this.big = big;
    big.setId("predictionPValue");
    add(source, scale);
  }

  Subscription bind(LabModel model, QuerySettings inquiry) {
    return Subscription.combine(
        model.experiment().subscribe(e -> {
          if (e == null) return;
          trained = PredictionRate.dropping(e.network().dropRates());
          drops = PredictionRate.drops(e.network(), e.network().dropRates());
          show(inquiry.sampling().get());
        }),
        inquiry.sampling().subscribe(this::show),
        source.value().subscribe((_, own) -> {
          if (!showing) inquiry.setRate(own ? OptionalDouble.of(rate()) : OptionalDouble.empty());
        }),
        slider.valueProperty().subscribe((_, _) -> {
          if (!showing) inquiry.setRate(OptionalDouble.of(rate()));
        }));
  }

  /// Goes to the slider, which then rules.
  void focus() {
    source.choose(true);
    slider.requestFocus();
  }

  void change(double delta) {
    double next = Math.clamp(Math.rint((rate() + delta) * 100) / 100, 0, MOST);
    source.choose(true);
    slider.setValue(next);
  }

  private double rate() { return Math.min(MOST, Math.rint(slider.getValue() * 100) / 100); }

  private void show(Sampling sampling) {
    showing = true;
    source.choose(sampling.p().isPresent());
    double p = sampling.p().orElse(trained.stream().mapToDouble(rate -> rate).average().orElse(0));
    if (rate() != p) slider.setValue(p);
    showing = false;
    Controls.present(scale, sampling.p().isPresent());
    big.setText(sampling.p().isPresent() ? Shown.dropRate(p) : Shown.dropRates(trained));
    setDisable(!drops);
  }
}

package dropoutlab.ui.uncertainty;

import dropoutlab.data.Schema;
import dropoutlab.frame.Noise;
import dropoutlab.frame.NoiseSource;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.LossKind;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Task;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.CheckedField;
import dropoutlab.ui.parts.Section;
import dropoutlab.ui.parts.Segments;
import dropoutlab.words.Numbers;
import dropoutlab.words.Unit;
import dropoutlab.words.Words;
import javafx.scene.control.Label;
import javafx.util.Subscription;

/// Where the observation noise 1/τ of a regression comes from, and how much it is.
final class NoiseSection extends Section {
  private enum Source { FITTED, GIVEN, PRIOR }

  private final Segments<Source> source = new Segments<Source>()
      .with(Source.FITTED, "noiseFitted", Words.of("uncertainty.noise.fitted"),
          Words.of("uncertainty.noise.fitted.tip"))
      .with(Source.GIVEN, "noiseGiven", Words.of("uncertainty.noise.given"), Words.of("uncertainty.noise.given.tip"))
      .with(Source.PRIOR, "noisePrior", Words.of("uncertainty.noise.prior"), Words.of("uncertainty.noise.prior.tip"));
  private final Segments<Boolean> scaling = new Segments<Boolean>()
      .with(false, "noiseLearnt", Words.of("uncertainty.noise.learnt"), Words.of("uncertainty.noise.learnt.tip"))
      .with(true, "noiseRescaled", Words.of("uncertainty.noise.rescaled"),
          Words.of("uncertainty.noise.rescaled.tip"));
  private final CheckedField tau = CheckedField.number("tau", Words.of("uncertainty.noise.tau"),
      Words.of("uncertainty.noise.tau.tip"), value -> value > 0, Words.of("uncertainty.noise.wanted"));
  private final CheckedField lengthScale = CheckedField.number("lengthScale", Words.of("uncertainty.noise.scale"),
      Words.of("uncertainty.noise.scale.tip"), value -> value > 0, Words.of("uncertainty.noise.wanted"));
  private final Label shown = Controls.label("", "number");
  private final Label fitted = Controls.label("", "faint");
  private final Label remark = Controls.label("", "faint");
  private double givenTau = 1;
  private double givenScale = 1;
  private boolean learnt;

  NoiseSection() {
    super(Words.of("uncertainty.noise.title"), false);
    shown.setId("noiseShown");
    fitted.setId("noiseFit");
    fitted.setWrapText(true);
    remark.setId("noiseRemark");
    remark.setWrapText(true);
    add(source, scaling, tau, lengthScale, shown, fitted, remark);
  }

  Subscription bind(LabModel model, QuerySettings inquiry) {
    return Subscription.combine(
        source.value().subscribe(_ -> apply(inquiry)), scaling.value().subscribe(_ -> apply(inquiry)),
        tau.bind(text -> {
          givenTau = Double.parseDouble(text);
          apply(inquiry);
        }),
        lengthScale.bind(text -> {
          givenScale = Double.parseDouble(text);
          apply(inquiry);
        }),
        model.experiment().subscribe(e -> { if (e != null) fit(e, inquiry); }),
        model.data().subscribe(data -> {
          Controls.present(this, data != null && data.schema().task() == Task.REGRESSION);
          tell("", "");
        }));
  }

  private void apply(QuerySettings inquiry) {
    inquiry.noise().set(chosen());
    tau.show(Numbers.typed(givenTau));
    lengthScale.show(Numbers.typed(givenScale));
    Controls.present(tau, !learnt && source.get() == Source.GIVEN);
    Controls.present(lengthScale, !learnt && source.get() == Source.PRIOR);
  }

  private NoiseSource chosen() {
    if (learnt) return scaling.get() ? new NoiseSource.Rescaled() : new NoiseSource.Fitted();
    return switch (source.get()) {
      case FITTED -> new NoiseSource.Fitted();
      case GIVEN -> new NoiseSource.Given(givenTau);
      case PRIOR -> new NoiseSource.Prior(givenScale);
    };
  }

  private void tell(String noise, String fit) {
    shown.setText(noise);
    fitted.setText(fit);
    Controls.present(fitted, !fit.isEmpty());
  }

  /// A network that has learnt the noise is not asked for it, but whether to rescale it; a length-scale needs a weight
  /// decay.
  private void fit(Experiment experiment, QuerySettings inquiry) {
    learnt = experiment.training().loss() == LossKind.GAUSSIAN_NLL;
    boolean decays = experiment.regulariser().l2() > 0;
    source.chip(Source.PRIOR).setDisable(!decays);
    if (!decays && source.get() == Source.PRIOR) source.choose(Source.FITTED);
    Controls.present(source, !learnt);
    Controls.present(scaling, learnt);
    remark.setText(learnt ? learntWords(experiment) : remark(experiment.data().holdsOut(), decays));
    Controls.present(remark, !remark.getText().isEmpty());
    apply(inquiry);
  }

  private static String remark(boolean holdsOut, boolean decays) {
    if (decays) return holdsOut ? "" : Words.of("uncertainty.noise.on_training");
    return Words.of(holdsOut ? "uncertainty.noise.needs_decay" : "uncertainty.noise.on_training.needs_decay");
  }

  private static String learntWords(Experiment experiment) {
    NetworkSpec network = experiment.network();
    boolean drops = network.dropRates().stream().anyMatch(p -> p > 0)
        || !network.body().equals(network.withoutDropout().body());
    return Words.of(drops ? "uncertainty.noise.is_learnt.dropout" : "uncertainty.noise.is_learnt");
  }

  /// Shows how much noise an answer has counted with.
  ///
  /// @param from,to the least and the greatest standard deviation, in the target's unit; equal where it is the same for
  ///                all inputs
  void show(Noise noise, double from, double to, Schema schema) {
    String unit = Unit.of(schema.target());
    boolean one = to - from <= 1e-6 * to;
    String range = one ? Numbers.reading(from)
        : Words.of("uncertainty.noise.range", Numbers.reading(from), Numbers.reading(to));
    String sd = Words.of(noise.atBound() ? "uncertainty.noise.sd.at_most" : "uncertainty.noise.sd", range, unit);
    tell(one && !noise.atBound() ? sd + "\n" + precision(1 / (from * from), unit) : sd,
        noise.fit().map(fit -> fitWords(noise, fit)).orElse(""));
  }

  private String fitWords(Noise noise, Noise.Fit fit) {
    String rows = Numbers.count(fit.rows());
    if (noise.atBound()) return Words.of("uncertainty.noise.fit.bound", rows, fit.passes());
    String likelihood = Numbers.fixed(fit.logLikelihood(), 2);
    return learnt
        ? Words.of("uncertainty.noise.fit.learnt", likelihood, rows, fit.passes(), Numbers.reading(noise.factor()))
        : Words.of("uncertainty.noise.fit", likelihood, rows, fit.passes());
  }

  private static String precision(double tau, String unit) {
    return unit.isEmpty() ? Words.of("uncertainty.noise.precision", Numbers.reading(tau))
        : Words.of("uncertainty.noise.precision.in_unit", Numbers.reading(tau), unit);
  }
}

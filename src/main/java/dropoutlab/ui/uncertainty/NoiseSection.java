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
import javafx.scene.control.Label;
import javafx.util.Subscription;

/// Where the observation noise 1/τ of a regression comes from, and how much it is.
final class NoiseSection extends Section {
  private enum Source { FITTED, GIVEN, PRIOR }

  private final Segments<Source> source = new Segments<Source>()
      .with(Source.FITTED, "noiseFitted", "fitted",
          "The τ under which held-out targets are most likely, for each method by itself")
      .with(Source.GIVEN, "noiseGiven", "τ given", "A τ that you know")
      .with(Source.PRIOR, "noisePrior", "length-scale",
          "τ from a prior length-scale l: keep · l² / (2 N λ), with λ from the weight decay");
  private final Segments<Boolean> scaling = new Segments<Boolean>()
      .with(false, "noiseLearnt", "as learnt", "The variance that the network says for each input")
      .with(true, "noiseRescaled", "rescaled",
          "What it says, times the factor under which held-out targets are most likely");
  private final CheckedField tau = CheckedField.number("tau", "τ", "τ, the precision of the noise: 1 / variance",
      value -> value > 0, "a number greater than 0");
  private final CheckedField lengthScale = CheckedField.number("lengthScale", "length-scale l",
      "Prior length-scale, in standard deviations of the inputs", value -> value > 0, "a number greater than 0");
  private final Label shown = Controls.label("", "number");
  private final Label fitted = Controls.label("", "faint");
  private final Label remark = Controls.label("", "faint");
  private double givenTau = 1;
  private double givenScale = 1;
  private boolean learnt;

  NoiseSection() {
    super("Noise of the data", false);
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
    String trained = experiment.data().holdsOut() ? "" : "Fitted to the training targets: nothing is held out. ";
    remark.setText(learnt ? learntWords(experiment)
        : trained + (decays ? "" : "A length-scale needs weight decay: L2 under Regularisers in Train."));
    Controls.present(remark, !remark.getText().isEmpty());
    apply(inquiry);
  }

  private static String learntWords(Experiment experiment) {
    NetworkSpec network = experiment.network();
    boolean drops = network.dropRates().stream().anyMatch(p -> p > 0)
        || !network.body().equals(network.withoutDropout().body());
    return "The network has learnt the noise of its target for every input." + (drops ? " Trained with dropout, it has "
        + "taken the spread of the masks for noise too; rescaled, it is what makes held-out targets most likely." : "");
  }

  /// Shows how much noise an answer has counted with.
  ///
  /// @param from,to the least and the greatest standard deviation, in the target's unit; equal where it is the same for
  ///                all inputs
  void show(Noise noise, double from, double to, Schema schema) {
    String unit = Unit.of(schema.target());
    boolean one = to - from <= 1e-6 * to;
    String sd = (noise.atBound() ? "sd ≤ " : "sd ") + Numbers.reading(from) + (one ? "" : " to " + Numbers.reading(to))
        + " " + unit;
    tell(one && !noise.atBound() ? sd + "\nτ  " + Numbers.reading(1 / (from * from)) + inverseSquare(unit) : sd,
        noise.fit().map(fit -> fitWords(noise, fit)).orElse(""));
  }

  private String fitWords(Noise noise, Noise.Fit fit) {
    String on = " on " + Numbers.count(fit.rows()) + " targets, T = " + fit.passes();
    if (noise.atBound())
      return "The fit ended at its bound" + on + ": they are met to a millionth of their spread, and the noise may be "
          + "less.";
    return (learnt ? "learnt variances × " + Numbers.reading(noise.factor()) + "; " : "")
        + "log-likelihood " + Numbers.fixed(fit.logLikelihood(), 2) + on;
  }

  private static String inverseSquare(String unit) { return unit.isEmpty() ? "" : " /" + unit + "²"; }
}

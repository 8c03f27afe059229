package dropoutlab.ui.uncertainty;

import dropoutlab.data.Schema;
import dropoutlab.frame.NoiseSource;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.LossKind;
import dropoutlab.spec.Task;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.fx.Numbers;
import dropoutlab.ui.parts.CheckedField;
import dropoutlab.ui.parts.Section;
import dropoutlab.ui.parts.Segments;
import javafx.scene.control.Label;
import javafx.util.Subscription;

/// Where the observation noise 1/τ of a regression comes from, and how much it is.
final class NoiseSection extends Section {
  /// Of the target's standard deviation.
  private static final double NEXT_TO_NOTHING = 1e-4;

  private enum Source { FITTED, GIVEN, PRIOR }

  private final Segments<Source> source = new Segments<Source>()
      .with(Source.FITTED, "noiseFitted", "fitted", "The τ under which held-out targets are most likely")
      .with(Source.GIVEN, "noiseGiven", "τ given", "A τ that you know")
      .with(Source.PRIOR, "noisePrior", "length-scale",
          "τ from a prior length-scale l: keep · l² / (2 N λ), with λ from the weight decay");
  private final CheckedField tau = CheckedField.number("tau", "τ", "τ, the precision of the noise: 1 / variance",
      value -> value > 0, "a number greater than 0");
  private final CheckedField lengthScale = CheckedField.number("lengthScale", "length-scale l",
      "Prior length-scale, in standard deviations of the inputs", value -> value > 0, "a number greater than 0");
  private final Label shown = Controls.label("", "number");
  private final Label remark = Controls.label("", "faint");
  private double givenTau = 1;
  private double givenScale = 1;
  private boolean learnt;

  NoiseSection() {
    super("Noise of the data", false);
    shown.setId("noiseShown");
    remark.setId("noiseRemark");
    remark.setWrapText(true);
    add(source, tau, lengthScale, shown, remark);
  }

  Subscription bind(LabModel model, Inquiry inquiry) {
    return Subscription.combine(
        source.value().subscribe(_ -> apply(inquiry)),
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
          shown.setText("");
        }));
  }

  private void apply(Inquiry inquiry) {
    inquiry.noise().set(switch (source.get()) {
      case FITTED -> new NoiseSource.Fitted();
      case GIVEN -> new NoiseSource.Given(givenTau);
      case PRIOR -> new NoiseSource.Prior(givenScale);
    });
    tau.show(Numbers.plain(givenTau));
    lengthScale.show(Numbers.plain(givenScale));
    Controls.present(tau, !learnt && source.get() == Source.GIVEN);
    Controls.present(lengthScale, !learnt && source.get() == Source.PRIOR);
  }

  /// A network that has learnt the noise is not asked for it; a length-scale needs a weight decay.
  private void fit(Experiment experiment, Inquiry inquiry) {
    learnt = experiment.training().loss() == LossKind.GAUSSIAN_NLL;
    boolean decays = experiment.regulariser().l2() > 0;
    source.chip(Source.PRIOR).setDisable(!decays);
    if (!decays && source.get() == Source.PRIOR) source.choose(Source.FITTED);
    Controls.present(source, !learnt);
    String trained = experiment.data().holdsOut() ? "" : "Fitted to the training targets: nothing is held out. ";
    remark.setText(learnt ? "The network has learnt the noise of its target for every input."
        : trained + (decays ? "" : "A length-scale needs weight decay: L2 under Regularisers in Train."));
    Controls.present(remark, !remark.getText().isEmpty());
    apply(inquiry);
  }

  /// Shows how much noise an answer has counted with.
  ///
  /// @param from,to the least and the greatest standard deviation, in the target's unit; equal where it is the same for
  ///                all inputs
  void show(double from, double to, Schema schema) {
    String unit = Numbers.unit(schema.target());
    boolean one = to - from <= 1e-6 * to;
    if (to <= NEXT_TO_NOTHING * schema.targetScaling().sd().getFirst()) {
      shown.setText("sd next to 0");
      return;
    }
    shown.setText("sd " + Numbers.reading(from) + (one ? "" : " to " + Numbers.reading(to)) + " " + unit
        + (one && from > 0 ? "\nτ  " + Numbers.reading(1 / (from * from)) + inverseSquare(unit) : ""));
  }

  private static String inverseSquare(String unit) { return unit.isEmpty() ? "" : " /" + unit + "²"; }
}

package dropoutlab.ui.uncertainty;

import atlantafx.base.controls.ToggleSwitch;
import dropoutlab.data.DataSet;
import dropoutlab.frame.Ensemble;
import dropoutlab.frame.Frame;
import dropoutlab.run.EnsembleTraining;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Task;
import dropoutlab.theory.ExactBayes;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.JobBar;
import dropoutlab.ui.parts.Section;
import dropoutlab.words.Words;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// What the network is compared with: a deep ensemble, and exact Bayesian regression where it is linear.
final class RivalsSection extends Section {
  private static final int MEMBERS = 5;

  private final JobBar training = new JobBar("ensemble", Words.of("uncertainty.rivals.train", MEMBERS),
      Feather.LAYERS, Words.of("uncertainty.rivals.train.tip", MEMBERS));
  private final Label promise = Controls.label(Words.of("uncertainty.rivals.promise"), "faint");
  private final ToggleSwitch compare = new ToggleSwitch();
  private final HBox compareRow = row(Words.of("uncertainty.rivals.ensemble", MEMBERS), compare);
  private final ToggleSwitch bayes = new ToggleSwitch();
  private final HBox bayesRow = row(Words.of("uncertainty.rivals.bayes"), bayes);
  private final Label remark = Controls.label("", "faint");
  private Optional<Ensemble> trained = Optional.empty();
  private Experiment trainedFor;
  private boolean lost;

  RivalsSection() {
    super(Words.of("uncertainty.rivals.title"), false);
    compare.setId("compareEnsemble");
    compare.setAccessibleText(Words.of("uncertainty.rivals.ensemble.tip", MEMBERS));
    bayes.setId("exactBayes");
    bayes.setAccessibleText(Words.of("uncertainty.rivals.bayes.tip"));
    remark.setId("rivalsRemark");
    remark.setWrapText(true);
    promise.setId("rivalsPromise");
    promise.setWrapText(true);
    add(training, promise, compareRow, bayesRow, remark);
    Controls.present(compareRow, false);
    Controls.present(bayesRow, false);
  }

  Subscription bind(LabModel model, QuerySettings inquiry) {
    training.button().setOnAction(_ -> train(model, inquiry));
    return Subscription.combine(
        model.data().subscribe(data -> fit(model.experiment().get(), data, inquiry)),
        model.experiment().subscribe(e -> fit(e, model.data().get(), inquiry)),
        compare.selectedProperty().subscribe(_ -> offer(inquiry)),
        bayes.selectedProperty().subscribe(_ -> offer(inquiry)), training::stop);
  }

  private void train(LabModel model, QuerySettings inquiry) {
    Frame frame = model.run().present().orElse(null);
    if (frame == null) return;
    DataSet data = model.data().get();
    Experiment asFar = EnsembleTraining.asFarAs(frame);
    trainedFor = plain(model.experiment().get());
    lost = false;
    training.run(watch -> EnsembleTraining.train(asFar, data, MEMBERS, watch), ensemble -> {
      trained = Optional.of(ensemble);
      compare.setSelected(true);
      fit(model.experiment().get(), model.data().get(), inquiry);
    }, model.editor()::report);
  }

  /// What an ensemble depends on: not on drop rates, since its members have none, nor on what was done to the run.
  private static Experiment plain(Experiment experiment) {
    return experiment.withoutInterventions().withNetwork(experiment.network().withoutDropout());
  }

  private void fit(Experiment experiment, DataSet data, QuerySettings inquiry) {
    if (experiment == null || data == null) return;
    boolean other = trainedFor != null && !trainedFor.equals(plain(experiment));
    if (other) {
      lost = trained.isPresent() || training.isBusy();
      training.stop();
      trained = Optional.empty();
      trainedFor = null;
    }
    Controls.present(compareRow, trained.isPresent());
    Controls.present(promise, trained.isEmpty());
    boolean regression = data.schema().task() == Task.REGRESSION;
    boolean linear = ExactBayes.isFor(experiment.network(), data.schema());
    Controls.present(bayesRow, linear);
    remark.setText(lost ? Words.of("uncertainty.rivals.lost")
        : regression && !linear ? Words.of("uncertainty.rivals.not_linear") : "");
    Controls.present(remark, !remark.getText().isEmpty());
    offer(inquiry);
  }

  private void offer(QuerySettings inquiry) {
    inquiry.ensemble().set(compare.isSelected() ? trained : Optional.empty());
    inquiry.bayes().set(bayes.isSelected() && bayesRow.isVisible());
  }
}

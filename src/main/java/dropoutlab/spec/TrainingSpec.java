package dropoutlab.spec;

import io.soabase.recordbuilder.core.RecordBuilder;

/// How to train: the number of epochs (0 leaves the first weights), the number of examples in a batch, whether the p =
/// 0 twin is trained beside, and the loss. The schedules are factors on the optimiser's learning rate, on the drop
/// rates in force, and on the momentum of the optimisers that have one.
@RecordBuilder
public record TrainingSpec(int epochs, int batch, boolean twin, LossKind loss, ScheduleSpec learningRateSchedule,
                           ScheduleSpec dropSchedule, ScheduleSpec momentumSchedule, EarlyStoppingSpec earlyStopping,
                           AugmentationSpec augmentation) implements TrainingSpecBuilder.With {
  /// The default training.
  static final TrainingSpec STANDARD = new TrainingSpec(200, 16, true);

  public TrainingSpec {
    Check.range("epochs", epochs, 0, 1_000_000);
    Check.range("batch", batch, 1, 8192);
    Check.present("loss", loss);
    Check.present("learningRateSchedule", learningRateSchedule);
    Check.present("dropSchedule", dropSchedule);
    Check.present("momentumSchedule", momentumSchedule);
    Check.present("earlyStopping", earlyStopping);
    Check.present("augmentation", augmentation);
  }

  /// Makes a training without schedules, early stopping and augmentation, on the loss that follows from the data.
  public TrainingSpec(int epochs, int batch, boolean twin) {
    this(epochs, batch, twin, LossKind.AUTO, new ScheduleSpec.Constant(), new ScheduleSpec.Constant(),
        new ScheduleSpec.Constant(), EarlyStoppingSpec.OFF, AugmentationSpec.OFF);
  }

  public TrainingSpec withSchedules(ScheduleSpec learningRate, ScheduleSpec drop, ScheduleSpec momentum) {
    return with(t -> t.learningRateSchedule(learningRate).dropSchedule(drop).momentumSchedule(momentum));
  }

  /// Returns the training of a run that ended after `done` epochs: training it again takes the same steps.
  public TrainingSpec doneAfter(int done) {
    if (done == epochs) return this;
    return withSchedules(learningRateSchedule.endingAt(epochs), dropSchedule.endingAt(epochs),
        momentumSchedule.endingAt(epochs)).withEpochs(done);
  }
}

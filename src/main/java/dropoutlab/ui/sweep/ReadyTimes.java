package dropoutlab.ui.sweep;

import dropoutlab.data.DataException;
import dropoutlab.data.DataSet;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.sweep.LocalEngine;
import dropoutlab.train.TrainingSession;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.application.Platform;

/// About how long the ready-made sweeps take on this computer, by a few steps of their first, middle and last value.
final class ReadyTimes implements AutoCloseable {
  private static final int STEPS = 60;
  private static final double ENOUGH_SECONDS = .4;
  /// A step goes forward and back twice, a pass forward only.
  private static final double STEP_AGAINST_PASS = 3;

  private final Function<Experiment, DataSet> data;
  private volatile boolean closed;

  private ReadyTimes(Function<Experiment, DataSet> data) { this.data = data; }

  /// @param told hears the seconds of each on the FX thread, NaN where the sweep does not fit the experiment
  static ReadyTimes begin(Experiment experiment, Function<Experiment, DataSet> data, BiConsumer<ReadyOne,
      Double> told) {
    ReadyTimes times = new ReadyTimes(data);
    Thread.ofPlatform().daemon().name("ready-times").priority(Thread.MIN_PRIORITY).start(() -> {
      // The program is slow before it is warm: what is measured first is thrown away.
      times.seconds(ReadyOne.all().getFirst(), experiment);
      for (ReadyOne each : ReadyOne.all()) {
        if (times.closed) return;
        double seconds = times.seconds(each, experiment);
        Platform.runLater(() -> { if (!times.closed) told.accept(each, seconds); });
      }
    });
    return times;
  }

  private double seconds(ReadyOne ready, Experiment experiment) {
    try {
      Sweep sweep = ready.plan(experiment).sweep();
      long runs = Planned.of(sweep).summary().runs();
      double sum = 0;
      int[] points = {0, sweep.points() / 2, sweep.points() - 1};
      for (int point : points) sum += secondsOf(sweep, sweep.experiment(point, sweep.seeds().first()));
      return sum / points.length * runs / LocalEngine.usualThreads();
    } catch (ExperimentException | DataException | IllegalArgumentException | CancellationException doesNotFit) {
      return Double.NaN;
    }
  }

  /// The fastest of some short trainings counts: the first of them wait for the program to warm up.
  private double secondsOf(Sweep sweep, Experiment experiment) {
    DataSet of = data.apply(experiment);
    int batch = Math.min(experiment.training().batch(), of.train().size());
    double step = Double.POSITIVE_INFINITY;
    long began = System.nanoTime();
    do step = Math.min(step, secondsOfAStep(new TrainingSession(experiment, of)));
    while (System.nanoTime() - began < ENOUGH_SECONDS * 1e9);
    double steps = (double) Math.ceilDiv(of.train().size(), batch) * experiment.training().epochs();
    double passes = IntStream.range(0, sweep.points()).map(point -> sweep.passes(point).orElse(0)).max().orElse(0);
    return step * (steps + passes * of.validation().size() / batch / STEP_AGAINST_PASS);
  }

  private double secondsOfAStep(TrainingSession session) {
    int steps = 0;
    long began = System.nanoTime();
    while (steps < STEPS && session.failure().isEmpty() && !session.finished()) {
      if (closed) throw new CancellationException();
      session.step();
      steps++;
    }
    return (System.nanoTime() - began) / 1e9 / Math.max(1, steps);
  }

  @Override public void close() { closed = true; }
}

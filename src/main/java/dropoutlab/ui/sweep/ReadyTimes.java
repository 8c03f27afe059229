package dropoutlab.ui.sweep;

import dropoutlab.data.DataException;
import dropoutlab.data.DataSet;
import dropoutlab.export.recipe.Rerun;
import dropoutlab.export.recipe.Subject.Moment;
import dropoutlab.frame.Phase;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.sweep.LocalEngine;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.application.Platform;

/// About how long the ready-made sweeps take on this computer, by a few steps of their first, middle and last value.
final class ReadyTimes implements AutoCloseable {
  private static final int STEPS = 60;
  private static final double ENOUGH_SECONDS = .4;

  private final Function<Experiment, DataSet> data;
  private volatile boolean closed;

  private ReadyTimes(Function<Experiment, DataSet> data) { this.data = data; }

  /// @param told hears the seconds of each on the FX thread, NaN where the sweep does not fit the experiment
  static ReadyTimes begin(Experiment experiment, Function<Experiment, DataSet> data, BiConsumer<ReadyOne,
      Double> told) {
    ReadyTimes times = new ReadyTimes(data);
    Thread.ofPlatform().daemon().name("ready-times").priority(Thread.MIN_PRIORITY).start(() -> {
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
      for (int point : points) sum += secondsOf(sweep.experiment(point, sweep.seeds().first()));
      return sum / points.length * runs / LocalEngine.usualThreads();
    } catch (ExperimentException | DataException | IllegalArgumentException | CancellationException doesNotFit) {
      return Double.NaN;
    }
  }

  private double secondsOf(Experiment experiment) {
    DataSet of = data.apply(experiment);
    long batches = Math.ceilDiv(of.train().size(), experiment.training().batch()),
        all = batches * experiment.training().epochs();
    try (Rerun rerun = new Rerun(experiment, of)) {
      // The first steps are slower than those that follow.
      long done = Math.min(all, STEPS) / 2, since;
      rerun.to(moment(done), watch());
      long began = System.nanoTime(), from = done;
      do {
        done = Math.min(all, done + STEPS);
        rerun.to(moment(done), watch());
        since = System.nanoTime() - began;
      } while (done < all && since < ENOUGH_SECONDS * 1e9);
      return since / 1e9 / Math.max(1, done - from) * all;
    }
  }

  private static Moment moment(long step) { return new Moment(step, Phase.UPDATE, OptionalInt.empty()); }

  private ProgressMonitor watch() {
    return new ProgressMonitor() {
      @Override public boolean abandoned() { return closed; }

      @Override public void done(double share) {}
    };
  }

  @Override public void close() { closed = true; }
}

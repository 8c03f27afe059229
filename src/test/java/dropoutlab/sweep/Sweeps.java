package dropoutlab.sweep;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Presets;
import dropoutlab.spec.sweep.Axis;
import dropoutlab.spec.sweep.Pair;
import dropoutlab.spec.sweep.Point;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Small sweeps to try things on.
final class Sweeps {
  private Sweeps() {}

  /// Few moons and few epochs: a run takes milliseconds.
  static Experiment moons(int epochs) {
    return ExperimentJson.with(Presets.load("two-moons"), List.of("data.training=48", "data.validation=60",
        "training.epochs=" + epochs, "training.batch=16"));
  }

  static Axis drop(String... values) {
    return new Axis("network.hidden.*.drop", Axis.Scale.LINEAR, Stream.of(values)
        .map(value -> new Point(value, List.of("network.hidden.*.drop=" + value))).toList());
  }

  static Sweep ofMoons(int epochs, long seeds, String... values) {
    return new Sweep("moons", moons(epochs), List.of(drop(values)), new SeedRange(1, seeds), new Pair.Twin(),
        Sweep.REPEATS,
        List.of(), "");
  }

  /// Trains what is missing with so many threads.
  static LocalEngine run(SweepFolder folder, int threads) throws InterruptedException {
    return run(folder, Shard.ALL, threads);
  }

  static LocalEngine run(SweepFolder folder, Shard shard, int threads) throws InterruptedException {
    LocalEngine engine = new LocalEngine(folder, shard, threads);
    engine.start();
    engine.join();
    return engine;
  }

  static SweepFolder trained(Path folder, Sweep sweep, int threads) throws Exception {
    SweepFolder made = SweepFolder.create(folder, sweep);
    run(made, threads);
    return SweepFolder.open(folder);
  }
}

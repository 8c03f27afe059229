package dropoutlab.bench;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.run.SecondCore;
import dropoutlab.spec.Activation;
import dropoutlab.spec.Beside;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.RegulariserSpec;
import dropoutlab.spec.TrainingSpec;
import dropoutlab.train.Together;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// One step of a training session in which some networks of one build learn side by side, on one thread or on two, with
/// its share of what is measured after each epoch.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SideBySideBench {
  static final int MOST = 4;

  /// Hidden layers of so many units on pictures of digits, in batches.
  public enum Size {
    SMALL(16, 16), MIDDLE(128, 64), LARGE(512, 128);

    private final int units;
    private final int batch;

    Size(int units, int batch) {
      this.units = units;
      this.batch = batch;
    }

    String title() { return "2 x " + units + " units, batch " + batch; }
  }

  @Param Size size;
  @Param({"1", "2", "3", "4"}) int networks;
  @Param({"1", "2"}) int threads;
  private SecondCore core;
  private TrainingSession session;

  @Setup(Level.Trial) public void build() {
    Experiment experiment = experiment();
    DataSet data = DataSets.load(experiment, Path.of(""));
    core = new SecondCore();
    session = new TrainingSession(experiment, data, threads == 1 ? Together.IN_TURN : core);
  }

  private Experiment experiment() {
    NetworkSpec network = new NetworkSpec(0, Collections.nCopies(2,
        new NetworkSpec.HiddenLayer(size.units, Activation.RELU, Work.DROP)), Initialisation.HE);
    Experiment own = new Experiment("side by side", null,
        new DataSpec.Generated(GeneratedSet.DIGITS, 20 * size.batch, 10, 0.2, null), network,
        new OptimiserSpec.Momentum(Work.RATE, Work.MOMENTUM), RegulariserSpec.OFF,
        new TrainingSpec(1_000_000, size.batch, false), 1, List.of());
    return own.withBeside(IntStream.range(1, networks).mapToObj(i -> Beside.of("beside " + i, network, own)).toList());
  }

  @TearDown(Level.Trial) public void close() { core.close(); }

  @Benchmark public long step() {
    session.step();
    return session.progress().step();
  }
}

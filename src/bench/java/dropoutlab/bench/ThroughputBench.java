package dropoutlab.bench;

import com.sun.management.OperatingSystemMXBean;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Presets;
import dropoutlab.spec.sweep.Axis;
import dropoutlab.spec.sweep.Pair;
import dropoutlab.spec.sweep.Point;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.sweep.LocalEngine;
import dropoutlab.sweep.Shard;
import dropoutlab.sweep.SweepFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Measures how many runs of a sweep two threads finish in the time of one: the same 400 runs, in turn with one thread
/// and with two, several rounds, the fastest of each counts. The processor time of both tells, also on a machine that
/// has other work, what the threads cost each other.
///
/// Arguments: rounds (3), seeds of ten values each (40), epochs (200).
public final class ThroughputBench {
  private static final double TARGET = 1.9;

  private ThroughputBench() {}

  public static void main(String[] arguments) throws Exception {
    int rounds = number(arguments, 0, 3), seeds = number(arguments, 1, 40), epochs = number(arguments, 2, 200);
    Sweep sweep = sweep(seeds, epochs);
    seconds(sweep.withSeeds(new SeedRange(1, 4)), 2);
    double one = Double.MAX_VALUE, two = Double.MAX_VALUE;
    for (int round = 0; round < rounds; round++) {
      long before = cpu();
      double alone = seconds(sweep, 1);
      long between = cpu();
      double together = seconds(sweep, 2);
      double first = (between - before) / 1e9, second = (cpu() - between) / 1e9;
      System.out.printf("%d runs: %.2f s with one thread, %.2f s with two, ratio %.3f; processor %.2f s and %.2f s, 2 x ratio %.3f%n",
          10 * seeds, alone, together, alone / together, first, second, 2 * first / second);
      one = Math.min(one, alone);
      two = Math.min(two, together);
    }
    System.out.printf("fastest: %.2f s and %.2f s, ratio %.3f; the target is %.1f%n", one, two, one / two, TARGET);
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }

  private static int number(String[] arguments, int at, int usual) {
    return arguments.length > at ? Integer.parseInt(arguments[at]) : usual;
  }

  private static Sweep sweep(int seeds, int epochs) {
    Experiment moons = ExperimentJson.with(Presets.load("two-moons"), List.of("training.epochs=" + epochs));
    List<Point> rates = IntStream.range(0, 10).mapToObj(i -> "0." + i)
        .map(p -> new Point(p, List.of("network.hidden.*.drop=" + p))).toList();
    return new Sweep("bench", moons, List.of(new Axis("network.hidden.*.drop", Axis.Scale.LINEAR, rates)),
        new SeedRange(1, seeds), new Pair.Twin(), 0, List.of(), "");
  }

  private static double seconds(Sweep sweep, int threads) throws Exception {
    Path folder = Files.createTempDirectory("sweep-bench");
    SweepFolder made = SweepFolder.create(folder, sweep);
    long begun = System.nanoTime();
    try (LocalEngine engine = new LocalEngine(made, Shard.ALL, threads)) {
      engine.start();
      engine.join();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (!made.summary().finished()) throw new IllegalStateException("the sweep did not end: " + made.summary());
    delete(folder);
    return seconds;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(all::add);
    }
    for (Path each : all) Files.delete(each);
  }
}

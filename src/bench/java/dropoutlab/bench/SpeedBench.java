package dropoutlab.bench;

import dropoutlab.bench.SideBySideBench.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.runner.RunnerException;

/// Compares our engine with DJL on PyTorch and with Deeplearning4j, in whole training steps and MC dropout, and our
/// matrix products with the peak of the machine. In every round each contender runs once, each time in a new virtual
/// machine, so that a slow moment of the machine affects all. Ratios are computed within a round, and the table gives
/// their medians. MC dropout has two rows: with held masks, the default of the product, and with fresh ones, for which
/// there is no target. The last tables give how much longer a step takes with up to four networks side by side, and
/// what a second thread gains.
///
/// Arguments: the number of rounds (5), seconds per measurement (2), and a part of a name to measure only some ("MC").
public final class SpeedBench {
  private static final String PRODUCT_64 = "product 64x784x256", PRODUCT_128 = "product 128x1024x1024";
  private static final String MASK = "mask 128x1024", PEAK = "FMA peak";
  private static final long GARBAGE_BAR = 1024;
  private final int rounds;
  private final String only;
  private final Measures measures;

  private SpeedBench(int rounds, double seconds, String only) {
    this.rounds = rounds;
    this.only = only;
    measures = new Measures(seconds);
  }

  public static void main(String[] args) throws RunnerException {
    SpeedBench bench = new SpeedBench(args.length > 0 ? Integer.parseInt(args[0]) : 5,
        args.length > 1 ? Double.parseDouble(args[1]) : 2, args.length > 2 ? args[2] : "");
    bench.measure();
    bench.print();
  }

  private void measure() throws RunnerException {
    for (int round = 1; round <= rounds; round++) {
      System.err.println("round " + round + " of " + rounds);
      for (Work work : Work.values()) {
        compare(training(work), "TrainingBench.step", work);
        if (Double.isNaN(work.mcBar())) continue;
        compare(held(work), "McBench.pass", work, "held", "true");
        compare(fresh(work), "McBench.pass", work, "held", "false");
      }
      one(PEAK, "KernelBench.peak");
      one(PRODUCT_64, "KernelBench.product64x784x256");
      one(PRODUCT_128, "KernelBench.product128x1024x1024");
      one(MASK, "KernelBench.mask");
      for (Size size : Size.values())
        for (int networks = 1; networks <= SideBySideBench.MOST; networks++)
          for (int threads = 1; threads <= 2; threads++) sideBySide(size, networks, threads);
    }
  }

  private void sideBySide(Size size, int networks, int threads) throws RunnerException {
    String name = beside(size, networks, threads);
    if (name.contains(only)) measures.take(name, "SideBySideBench.step", "size", size.name(), "networks",
        Integer.toString(networks), "threads", Integer.toString(threads));
  }

  private static String beside(Size size, int networks, int threads) {
    return "side by side, " + size.title() + ": " + networks + " on " + threads;
  }

  private void compare(String name, String method, Work work, String... parameters) throws RunnerException {
    if (!name.contains(only)) return;
    List<String> all = new ArrayList<>(List.of(parameters));
    all.addAll(List.of("work", work.name(), "engine", ""));
    for (Contender.Name engine : Contender.Name.values()) {
      if (!engine.has(work)) continue;
      all.set(all.size() - 1, engine.name());
      measures.take(name + engine, method, all.toArray(String[]::new));
    }
  }

  private void one(String name, String method) throws RunnerException {
    if (name.contains(only) || name.equals(PEAK) && PRODUCT_64.contains(only)) measures.take(name, method);
  }

  private static String training(Work work) { return "train " + work.title(); }

  private static String held(Work work) { return "MC " + work.title(); }

  private static String fresh(Work work) { return "MC fresh " + work.title(); }

  private void print() {
    System.out.printf("%n%d rounds, %s thread(s), %s, Java %s%n%n", rounds, System.getProperty("bench.threads", "1"),
        System.getProperty("os.arch"), System.getProperty("java.version"));
    System.out.printf("%-28s %12s %12s %12s %10s %8s %16s %9s%n", "microseconds", "ours", "DJL", "DL4J", "best/ours",
        "bar", "least..most", "B a step");
    for (Work work : Work.values()) row(training(work), work.trainingBar(), 1);
    for (Work work : Work.values()) row(held(work), work.mcBar(), Work.MC_PASSES);
    for (Work work : Work.values()) row(fresh(work), Double.NaN, Work.MC_PASSES);
    System.out.println();
    share(PRODUCT_64, 2.0 * 64 * 784 * 256);
    share(PRODUCT_128, 2.0 * 128 * 1024 * 1024);
    if (!measures.micros(MASK).isEmpty())
      System.out.printf("%-26s %8.2f GB/s of floats (bar 2)%n", MASK,
          4e-3 * KernelBench.MASK / measures.medianMicros(MASK));
    for (Size size : Size.values()) printBeside(size);
    System.out.println("\nRatios are medians over the rounds; \"B a step\" is what ours allocates, bar " + GARBAGE_BAR
        + ".");
  }

  /// Against one network on one thread.
  private void printBeside(Size size) {
    String one = beside(size, 1, 1);
    if (measures.micros(one).isEmpty()) return;
    System.out.printf("%nside by side, %-28s %12s %12s %10s %10s %8s%n", size.title(), "1 thread", "2 threads", "x one",
        "x one", "gain");
    for (int networks = 1; networks <= SideBySideBench.MOST; networks++) {
      String alone = beside(size, networks, 1), both = beside(size, networks, 2);
      System.out.printf("%-42s %12s %12s %9.2fx %9.2fx %7.2fx%n", networks + (networks == 1 ? " network" : " networks"),
          micros(alone, 1), micros(both, 1), ratio(alone, one), ratio(both, one), ratio(alone, both));
    }
  }

  private double ratio(String of, String to) { return Measures.median(ratios(to, measures.micros(of)::get)); }

  private void row(String name, double bar, int times) {
    String ours = name + Contender.Name.OURS, djl = name + Contender.Name.DJL, dl4j = name + Contender.Name.DL4J;
    if (measures.micros(ours).isEmpty()) return;
    List<Double> ratios = ratios(ours, round -> Math.min(measures.micros(djl).get(round),
        measures.micros(dl4j).isEmpty() ? Double.POSITIVE_INFINITY : measures.micros(dl4j).get(round)));
    double ratio = Measures.median(ratios);
    System.out.printf("%-28s %12s %12s %12s %9.2fx %8s %7.2f..%-7.2f %9.0f %s%n", name, micros(ours, times),
        micros(djl, times), micros(dl4j, times), ratio, Double.isNaN(bar) ? "" : bar + "x",
        ratios.stream().min(Double::compare).orElseThrow(), ratios.stream().max(Double::compare).orElseThrow(),
        measures.medianBytes(ours), Double.isNaN(bar) ? "" : ratio >= bar ? "met" : "missed");
  }

  /// Writes a dash for an engine that does not have the network.
  private String micros(String name, int times) {
    return measures.micros(name).isEmpty() ? "-" : "%.2f".formatted(times * measures.medianMicros(name));
  }

  /// Returns, for each round, the time of `other` divided by that of `name`.
  private List<Double> ratios(String name, ToDoubleFunction<Integer> other) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < measures.micros(name).size(); round++)
      ratios.add(other.applyAsDouble(round) / measures.micros(name).get(round));
    return ratios;
  }

  private void share(String name, double flops) {
    if (measures.micros(name).isEmpty()) return;
    double share = Measures.median(ratios(name,
        round -> flops / KernelBench.PEAK_FLOPS * measures.micros(PEAK).get(round)));
    System.out.printf("%-26s %8.1f GFLOP/s, %.0f %% of the peak of %.1f (bar 75 %%)%n", name,
        1e-3 * flops / measures.medianMicros(name), 100 * share,
        1e-3 * KernelBench.PEAK_FLOPS / measures.medianMicros(PEAK));
  }
}

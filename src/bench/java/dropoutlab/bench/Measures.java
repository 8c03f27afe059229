package dropoutlab.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// The measurements of JMH by name, with one entry per round.
final class Measures {
  private final Map<String, List<Double>> micros = new LinkedHashMap<>();
  private final Map<String, List<Double>> bytes = new LinkedHashMap<>();
  private final double seconds;

  /// @param seconds the length of a measurement; warming up takes twice as long
  Measures(double seconds) { this.seconds = seconds; }

  /// Runs one benchmark in a separate virtual machine.
  void take(String name, String method, String... parameters) throws RunnerException {
    TimeValue half = TimeValue.milliseconds(Math.max(1, Math.round(seconds * 500)));
    ChainedOptionsBuilder options = new OptionsBuilder().include("\\." + method.replace(".", "\\.") + "$")
        .verbosity(VerboseMode.SILENT).shouldFailOnError(true).forks(1).warmupIterations(4).warmupTime(half)
        .measurementIterations(2).measurementTime(half).addProfiler(GCProfiler.class);
    for (int i = 0; i < parameters.length; i += 2) options.param(parameters[i], parameters[i + 1]);
    Collection<RunResult> results = new Runner(options.build()).run();
    RunResult result = results.iterator().next();
    add(micros, name, result.getPrimaryResult());
    add(bytes, name, result.getSecondaryResults().get("gc.alloc.rate.norm"));
  }

  private static void add(Map<String, List<Double>> to, String name, Result<?> result) {
    to.computeIfAbsent(name, _ -> new ArrayList<>()).add(result == null ? Double.NaN : result.getScore());
  }

  /// Returns microseconds per call, for each round.
  List<Double> micros(String name) { return micros.getOrDefault(name, List.of()); }

  double medianMicros(String name) { return median(micros(name)); }

  /// Returns the bytes allocated per call.
  double medianBytes(String name) { return median(bytes.getOrDefault(name, List.of())); }

  static double median(List<Double> values) {
    if (values.isEmpty()) return Double.NaN;
    List<Double> sorted = values.stream().sorted().toList();
    return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
  }
}

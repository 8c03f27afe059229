package dropoutlab.bench;

import java.util.concurrent.TimeUnit;
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

/// MC dropout at 500 inputs, a fresh mask for every input: the time of one of the T passes.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class McBench {
  @Param({"MLP_1_50_50_1", "MLP_2_64_64_2"}) Work work;
  @Param Contender.Name engine;
  private Contender contender;

  @Setup(Level.Trial) public void build() { contender = engine.of(work, Work.MC_INPUTS); }

  @TearDown(Level.Trial) public void close() { contender.close(); }

  @Benchmark public Object pass() { return contender.pass(); }
}

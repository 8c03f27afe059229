package dropoutlab.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// MC dropout at 500 inputs: the time of one of T = 1000 passes.
///
/// Our engine does what the product does for a prediction: all passes and, from them, mean and variance, and for
/// classes entropies and votes. It uses held masks, one thinned network per pass for all inputs, as by default, or a
/// fresh mask for every input. The other engines have no such function: they run a loop of forward passes, which draw a
/// fresh mask for every input and gather nothing.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class McBench {
  @Param({"MLP_1_50_50_1", "MLP_2_64_64_2"}) Work work;
  @Param Contender.Name engine;
  @Param({"true", "false"}) boolean held;
  private Contender peer;
  private McOurs ours;

  @Setup(Level.Trial) public void build() {
    if (engine == Contender.Name.OURS) ours = new McOurs(work);
    else peer = engine.of(work, Work.MC_INPUTS);
  }

  @TearDown(Level.Trial) public void close() { if (peer != null) peer.close(); }

  @Benchmark @OperationsPerInvocation(Work.MC_PASSES) public Object pass() {
    if (ours != null) return ours.passes(Work.MC_PASSES, held);
    Object last = null;
    for (int pass = 0; pass < Work.MC_PASSES; pass++) last = peer.pass();
    return last;
  }
}

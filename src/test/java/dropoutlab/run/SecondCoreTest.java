package dropoutlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Curve;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.RegulariserSpec;
import dropoutlab.spec.TrainingSpec;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class SecondCoreTest {
  /// The network is large enough that it and its twin are trained at the same time.
  private static final Experiment DIGITS = new Experiment("digits", null,
      new DataSpec.Generated(GeneratedSet.DIGITS, 128, 40, 0.2, null),
      new NetworkSpec(0.2, List.of(new NetworkSpec.HiddenLayer(64, Activation.RELU, 0.5)), Initialisation.HE),
      new OptimiserSpec.Adam(0.01, 0.9, 0.999, 1e-8), new RegulariserSpec(0, 0, 2), new TrainingSpec(3, 64, true), 7,
      List.of());

  /// Oracle: the same run with network and twin one after the other.
  @Test void networkAndTwinSideBySideGiveTheSameBitsAsInTurn() {
    DataSet data = DataSets.load(DIGITS, Path.of(""));
    Set<String> threads = ConcurrentHashMap.newKeySet();
    try (SecondCore core = new SecondCore()) {
      TrainingSession inTurn = new TrainingSession(DIGITS, data);
      TrainingSession beside = new TrainingSession(DIGITS, data, pieces -> core.all(pieces.stream().<Runnable>map(piece -> () -> {
        threads.add(Thread.currentThread().getName());
        piece.run();
      }).toList()));
      for (int i = 0; i < 6; i++) {
        inTurn.step();
        beside.step();
      }
      assertThat(beside.weights()).isEqualTo(inTurn.weights());
      assertThat(beside.twinWeights()).isEqualTo(inTurn.twinWeights());
      for (Curve curve : inTurn.history().curves())
        for (int row = 0; row < inTurn.history().size(); row++)
          assertThat(Float.floatToIntBits(beside.history().value(curve, row)))
              .isEqualTo(Float.floatToIntBits(inTurn.history().value(curve, row)));
    }
    assertThat(threads).isSubsetOf(Thread.currentThread().getName(), "second-core").isNotEmpty();
  }

  @Test void aFaultBesideIsTheCallersToHandle() {
    try (SecondCore core = new SecondCore()) {
      assertThatThrownBy(() -> core.all(List.of(() -> {}, () -> {
        throw new IllegalStateException("no");
      }))).isInstanceOf(IllegalStateException.class).hasMessage("no");
    }
  }

  @Test void anInterruptedCallerStillWaitsForBoth() {
    boolean[] done = {false};
    try (SecondCore core = new SecondCore()) {
      Thread.currentThread().interrupt();
      core.all(List.of(() -> {}, () -> {
        for (int i = 0; i < 1000; i++) Thread.yield();
        done[0] = true;
      }));
    }
    assertThat(Thread.interrupted()).isTrue();
    assertThat(done[0]).isTrue();
  }
}

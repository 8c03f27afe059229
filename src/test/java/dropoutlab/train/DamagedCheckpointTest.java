package dropoutlab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Phase;
import dropoutlab.frame.RunState;
import dropoutlab.math.RandomStream;
import dropoutlab.spec.Activation;
import dropoutlab.spec.Beside;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.EarlyStoppingSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.RegulariserSpec;
import dropoutlab.spec.TrainingSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Whatever a checkpoint holds, a training goes on from it or says in one sentence why it does not.
class DamagedCheckpointTest {
  private static final int MUTANTS = 4000;
  private static final Experiment EXPERIMENT = experiment();
  private static final DataSet DATA = DataSets.load(EXPERIMENT, Path.of(""));

  /// With everything that is remembered: two networks beside, of which one fails, a learnt rate, running statistics,
  /// two moments, early stopping and a change by hand.
  private static Experiment experiment() {
    NetworkSpec network = new NetworkSpec(0.1,
        List.of(new NetworkSpec.HiddenLayer(5, Activation.RELU, 0.3, new DropoutSpec.Concrete(0.1, 1e-6, 1e-5))),
        Initialisation.HE).withBody(List.of(new LayerSpec.DenseLayer(4), new LayerSpec.BatchNorm(1e-5, 0.1)));
    Experiment plain = new Experiment("small", null, new DataSpec.Generated(GeneratedSet.TWO_MOONS, 40, 20, 0.3, null),
        network, new OptimiserSpec.Adam(0.01, 0.9, 0.999, 1e-8), RegulariserSpec.OFF,
        new TrainingSpec(50, 10, true).with(t -> t.earlyStopping(new EarlyStoppingSpec(20))), 3,
        List.of(new Intervention.SetDropRates(5, List.of(0.2, 0.4))));
    return plain.withBeside(List.of(Beside.of("same", network, plain),
        Beside.of("bad", network, plain).with(b -> b.optimiser(new OptimiserSpec.Sgd(1e30)))));
  }

  private static Checkpoint saved(int steps) {
    TrainingSession session = new TrainingSession(EXPERIMENT, DATA);
    for (int i = 0; i < steps; i++) session.step();
    return session.checkpoint();
  }

  private static TrainingSession resume(Checkpoint from) {
    return TrainingSession.resume(EXPERIMENT, DATA, from, Together.IN_TURN);
  }

  private static void refused(Checkpoint from, String part) {
    assertThatIllegalArgumentException().isThrownBy(() -> resume(from)).withMessageContaining(part);
  }

  private static Checkpoint with(Checkpoint of, String name, Matrix table) {
    Map<String, Matrix> tables = new LinkedHashMap<>(of.tables());
    if (table == null) tables.remove(name);
    else tables.put(name, table);
    return new Checkpoint(of.step(), tables, of.words());
  }

  @Test void whatIsMissingIsNamed() {
    Checkpoint good = saved(7);
    good.words().keySet().forEach(name -> refused(good.without(name), name));
    good.tables().keySet().forEach(name -> refused(with(good, name, null), name));
  }

  @Test void whatIsTooMuchIsNamed() {
    refused(saved(7).with("networks.9.name", List.of(1L)), "networks.9.name");
    refused(with(saved(7), "more", Matrix.EMPTY), "more");
  }

  @Test void whatHasAnotherShapeIsNamed() {
    Checkpoint good = saved(7);
    good.tables().forEach((name, table) -> {
      refused(with(good, name, Matrix.generate(table.rows() + 1, table.cols(), (_, _) -> 0)), name);
      refused(with(good, name, Matrix.generate(table.rows(), table.cols() + 1, (_, _) -> 0)), name);
    });
  }

  @Test void whatIsNotFiniteIsRefused() {
    Checkpoint good = saved(7);
    for (String name : List.of("networks.0.network.dense.0.weights", "networks.1.network.dense.1.biases",
        "networks.2.network.body.0", "networks.0.optimiser.first.1", "networks.0.optimiser.second.0",
        "networks.0.maskedLosses", "records.past.1", "records.best.0.weights", "networks.0.optimiser.beta1Power",
        "networks.0.factor"))
      for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
        Matrix table = good.tables().get(name);
        assertThat(table).as(name).isNotNull();
        assertThatIllegalArgumentException().as(name).isThrownBy(() -> resume(with(good, name,
            Matrix.generate(table.rows(), table.cols(), (r, c) -> r == 0 && c == 0 ? bad : table.at(r, c)))));
      }
  }

  @Test void aStreamThatWouldNeverMoveIsRefused() {
    Checkpoint good = saved(7);
    good.words().forEach((name, words) -> {
      if (words.size() == RandomStream.WORDS && name.matches(".*(stream|shuffling|augmentation).*"))
        refused(good.with(name, List.of(0L, 0L, 0L, 0L, 0L, 0L, Double.doubleToLongBits(Double.NaN))), name);
    });
  }

  @Test void countersThatContradictEachOtherAreRefused() {
    Checkpoint good = saved(7);
    refused(new Checkpoint(8, good.tables(), good.words()), "step 8");
    refused(new Checkpoint(-1, good.tables(), good.words()), "step −1");
    refused(good.with("epoch", List.of(2L)), "epoch 2");
    refused(good.with("batch", List.of(9L)), "batch");
    refused(good.with("records.last", List.of(0L)), "records.last");
    refused(good.with("records.past.stride", List.of(3L)), "records.past.stride");
    refused(good.with("batches.order", good.words().get("batches.order").reversed().stream().map(_ -> 1L).toList()),
        "batches.order");
    refused(good.with("phase", List.of(4L)), "phase");
  }

  @Test void otherDataAndOtherExperimentsAreRefused() {
    Checkpoint good = saved(7);
    DataSet other = DataSets.load(EXPERIMENT.withSeed(4), Path.of(""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrainingSession.resume(EXPERIMENT, other, good, Together.IN_TURN))
        .withMessageContaining("data");
    for (Experiment each : List.of(EXPERIMENT.withBeside(List.of()),
        EXPERIMENT.withOptimiser(new OptimiserSpec.Sgd(0.1)),
        EXPERIMENT.withTraining(EXPERIMENT.training().withTwin(false)),
        EXPERIMENT.withTraining(EXPERIMENT.training().withEarlyStopping(EarlyStoppingSpec.OFF)),
        EXPERIMENT.withTraining(EXPERIMENT.training().withBatch(20)),
        EXPERIMENT.withBeside(EXPERIMENT.beside().reversed()),
        EXPERIMENT.withInterventions(List.of(new Intervention.SetDropRates(5, List.of(0.2, 0.4)),
            new Intervention.SetDropRates(1, List.of(0.2, 0.4)), new Intervention.SetDropRates(2, List.of(0.2, 0.4)))),
        EXPERIMENT.withNetwork(EXPERIMENT.network().withBody(List.of()))))
      assertThatIllegalArgumentException()
          .isThrownBy(() -> TrainingSession.resume(each, DATA, good, Together.IN_TURN));
  }

  /// One to three random changes each, in numbers, counts, lengths and names.
  @Test void noMutantEndsInAnythingButASentence() {
    List<Checkpoint> seeds = List.of(saved(0), saved(7), saved(41), half());
    RandomStream random = RandomStream.of(12, RandomStream.Purpose.DATA);
    Map<String, Integer> outcomes = new TreeMap<>();
    for (int i = 0; i < MUTANTS; i++) {
      Checkpoint mutant = seeds.get(random.nextInt(seeds.size()));
      for (int changes = random.nextInt(3); changes >= 0; changes--) mutant = mutated(mutant, random);
      outcomes.merge(outcome(mutant), 1, Integer::sum);
    }
    assertThat(outcomes.keySet()).containsExactlyInAnyOrder("goes on", "refused");
  }

  private static Checkpoint half() {
    TrainingSession session = new TrainingSession(EXPERIMENT, DATA);
    session.trainTo(9, Phase.MASK);
    return session.checkpoint();
  }

  private static String outcome(Checkpoint mutant) {
    try {
      TrainingSession session = resume(mutant);
      FrameBuilder frames = new FrameBuilder(session);
      for (int i = 0; i < 5; i++) session.halfStep();
      frames.present(1, new RunState.Paused(), 0);
      frames.past(1, new RunState.Paused(), 0);
      resume(session.checkpoint());
      return "goes on";
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotBlank().doesNotContain("\n");
      return "refused";
    }
  }

  private static Checkpoint mutated(Checkpoint of, RandomStream random) {
    if (random.nextInt(20) == 0) return new Checkpoint(odd(random), of.tables(), of.words());
    if (random.nextInt(2) == 0) {
      String name = List.copyOf(of.words().keySet()).get(random.nextInt(of.words().size()));
      List<Long> words = new ArrayList<>(of.words().get(name));
      switch (random.nextInt(4)) {
        case 0 -> words.add(odd(random));
        case 1 -> { if (!words.isEmpty()) words.removeLast(); }
        default -> { if (!words.isEmpty()) words.set(random.nextInt(words.size()), odd(random)); }
      }
      return of.with(name, words);
    }
    String name = List.copyOf(of.tables().keySet()).get(random.nextInt(of.tables().size()));
    Matrix table = of.tables().get(name);
    if (random.nextInt(5) == 0)
      return with(of, name, Matrix.generate(random.nextInt(4), random.nextInt(50), (_, _) -> random.nextGaussian()));
    float[] values = new float[table.size()];
    table.copyInto(values, 0);
    if (values.length > 0)
      values[random.nextInt(values.length)] = Float.intBitsToFloat((int) random.nextLong());
    return with(of, name, Matrix.copyOf(values, table.rows(), table.cols()));
  }

  private static long odd(RandomStream random) {
    return switch (random.nextInt(6)) {
      case 0 -> 0;
      case 1 -> random.nextInt(50);
      case 2 -> Long.MAX_VALUE;
      case 3 -> -1 - random.nextInt(3);
      case 4 -> 1L << random.nextInt(63);
      default -> random.nextLong();
    };
  }
}

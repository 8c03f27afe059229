package dropoutlab.export.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.Examples;
import dropoutlab.frame.Weights;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Network;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.Presets;
import dropoutlab.spec.ScheduleSpec;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Oracle: PyTorch, which runs the exported scripts and trains by its own layers, losses and optimisers.
class PythonScriptTest {
  private static final int STEPS = 50, SEEDS = 12;
  private static final double CLOSE = 1e-4;
  /// A training may amplify rounding. Then the losses agree as well as PyTorch's own in single and in double precision do.
  private static final double MANY_ROUNDINGS = 10;
  private static final Set<String> AMPLIFY = Set.of("stochastic-depth");

  /// One preset for each method, in each body that it is made for; all of them with -Ddropoutlab.torch=all.
  private static final List<String> SOME = List.of("two-moons", "concrete", "drop-connect", "spatial", "variational", "attention");
  private static final List<String> OTHERS = List.of("standard", "gaussian", "learnt-gaussian", "uniform", "alpha", "targeted-units",
      "targeted-weights", "drop-block", "stochastic-depth", "per-step", "candidate", "zoneout", "word-types", "feed-forward", "layer-drop",
      "batch-norm", "mixup", "cutout");

  @TempDir Path folder;

  @BeforeAll static void torchIsThere() throws Exception {
    assumeTrue(Torch.isThere(), "Debian's python3-torch is not on this machine");
  }

  /// An experiment, and the losses with masks off after [#STEPS].
  private record Trained(String name, Experiment experiment, DataSet data, Weights first, double train, double validation) {
    static Trained of(String name, Experiment experiment) {
      DataSet data = DataSets.load(experiment, Path.of(""));
      TrainingSession session = new TrainingSession(experiment, data);
      Weights first = session.weights();
      for (int i = 0; i < STEPS; i++) session.step();
      Network network = new Network(session.networkInForce(), data.schema().shape(), loss(experiment, data).outputs(data.schema().outputs()),
          layer -> RandomStream.of(1, RandomStream.Purpose.LOOKING, layer));
      network.load(session.weights());
      return new Trained(name, experiment, data, first, mean(network, experiment, data, data.train()),
          mean(network, experiment, data, data.validation()));
    }

    private static Loss loss(Experiment experiment, DataSet data) {
      return Loss.of(experiment.training().loss(), data.schema().task(), data.schema().outputs());
    }

    private static double mean(Network network, Experiment experiment, DataSet data, Examples examples) {
      if (examples.size() == 0) return Double.NaN;
      Tensor out = new Tensor(0, network.outputs());
      network.infer(examples.x(), out);
      return loss(experiment, data).sum(out, examples.y()) / examples.size();
    }

    String file() { return name.replaceAll("\\W", "_"); }

    PythonScript script() { return PythonScript.of(experiment, data, file(), first, Optional.empty()); }
  }

  private static Experiment alone(Experiment e) {
    return e.with(to -> to.beside(List.of()).interventions(List.of()).training(e.training().withTwin(false)));
  }

  private static Experiment withoutDropout(Experiment e) {
    return alone(e).withNetwork(e.network().withoutDropout());
  }

  private void compareWithoutDropout(List<Trained> all) throws Exception {
    SoftAssertions soft = new SoftAssertions();
    Set<String> amplified = new TreeSet<>();
    List<Path> scripts = new ArrayList<>();
    for (Trained each : all) scripts.add(Torch.write(folder, each.file(), each.script()));
    List<JsonNode> losses = Torch.run(STEPS, Torch.How.NONE, scripts), exact = Torch.run(STEPS, Torch.How.DOUBLE, scripts);
    for (int i = 0; i < all.size(); i++)
      for (String part : List.of("train", "validation")) {
        double ours = part.equals("train") ? all.get(i).train : all.get(i).validation;
        if (Double.isNaN(ours)) continue;
        double theirs = losses.get(i).get(part).asDouble(), rounding = Math.abs(theirs - exact.get(i).get(part).asDouble());
        soft.assertThat(theirs).as(all.get(i).name).isCloseTo(ours, within(Math.max(CLOSE, MANY_ROUNDINGS * rounding)));
        if (Math.abs(theirs - ours) > CLOSE) amplified.add(all.get(i).name);
      }
    soft.assertAll();
    assertThat(amplified).as("the trainings in which rounding grows").isSubsetOf(AMPLIFY);
  }

  /// Random changes of the examples are PyTorch's own, and so are left out here.
  private static Experiment unchanged(Experiment e) {
    return e.withTraining(e.training().withAugmentation(dropoutlab.spec.AugmentationSpec.OFF));
  }

  @Test void everyPresetWithoutDropoutHasTheLossesOfTheEngine() throws Exception {
    List<Trained> all = new ArrayList<>();
    for (String preset : Presets.names()) all.add(Trained.of(preset, unchanged(withoutDropout(Presets.load(preset)))));
    compareWithoutDropout(all);
  }

  @Test void anAutoencoderHasTheLossesOfTheEngine() throws Exception {
    Experiment of = ExperimentJson.read("""
        {"data": {"type": "autoencoder", "of": {"set": "digits", "training": 100}}, "network": {"hidden": [{"units": 24, "drop": 0.5}]}}""",
        "autoencoder");
    compareWithoutDropout(List.of(Trained.of("autoencoder", withoutDropout(of))));
    compareWithDropout("autoencoder", of);
  }

  @Test void everyOptimiserScheduleAndPenaltyTakesTheSameSteps() throws Exception {
    Experiment base = withoutDropout(Presets.load("two-moons"));
    List<Trained> all = new ArrayList<>();
    for (OptimiserSpec optimiser : OptimiserSpec.standard())
      all.add(Trained.of("optimiser " + optimiser.getClass().getSimpleName(), base.withOptimiser(optimiser)));
    for (ScheduleSpec schedule : ScheduleSpec.standard())
      all.add(Trained.of("schedule " + schedule.getClass().getSimpleName(), base.with(e -> e.optimiser(new OptimiserSpec.Momentum(.05, .9))
          .training(base.training().withEpochs(20).withSchedules(schedule, new ScheduleSpec.Constant(), schedule)))));
    for (String change : List.of("regulariser.l1=0.01", "regulariser.l2=0.1", "regulariser.maxNorm=0.8", "regulariser.labelSmoothing=0.2",
        "network.hidden[0].activation=leaky-relu", "network.hidden[0].activation=tanh", "network.hidden[0].activation=sigmoid",
        "network.hidden[0].activation=selu", "network.hidden[0].activation=gelu", "network.hidden[0].activation=identity"))
      all.add(Trained.of(change, ExperimentJson.with(base, List.of(change))));
    compareWithoutDropout(all);
  }

  /// The masks are PyTorch's own. Over seeds, the mean of the paired differences is 0 within four standard errors.
  private void compareWithDropout(String name, Experiment experiment) throws Exception {
    List<Trained> all = new ArrayList<>();
    List<Path> scripts = new ArrayList<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      Trained each = Trained.of(name + "_" + seed, alone(experiment).withSeed(seed));
      all.add(each);
      scripts.add(Torch.write(folder, each.file(), each.script()));
    }
    List<JsonNode> losses = Torch.run(STEPS, Torch.How.DROPOUT, scripts);
    double sum = 0, squares = 0;
    for (int i = 0; i < SEEDS; i++) {
      double difference = losses.get(i).get("train").asDouble() - all.get(i).train;
      sum += difference;
      squares += difference * difference;
    }
    double mean = sum / SEEDS, sd = Math.sqrt((squares - SEEDS * mean * mean) / (SEEDS - 1));
    assertThat(Math.abs(mean)).as(name + ": mean " + mean + ", sd " + sd).isLessThan(4 * sd / Math.sqrt(SEEDS) + CLOSE);
    assertThat(sd).as(name + " draws masks of its own").isPositive();
  }

  @Test void everyPresetWithDropoutAgreesInDistribution() throws Exception {
    for (String preset : SOME) compareWithDropout(preset, Presets.load(preset));
    if (System.getProperty("dropoutlab.torch", "").equals("all"))
      for (String preset : OTHERS) compareWithDropout(preset, Presets.load(preset));
  }
}

package dropoutlab.run;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Critique.LearntRate;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.LossKind;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.RegulariserSpec;
import dropoutlab.spec.ScheduleSpec;
import dropoutlab.spec.TrainingSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The p that Concrete dropout learns from 10, 100, 1000 and 10,000 fresh examples of a noisy line. This is the
/// experiment of Gal, Hron and Kendall (2017) on a small scale: two hidden layers, a network that learns the noise too,
/// and p = 0.1 at the start.
///
/// The loss is the mean negative log likelihood, and so the divergence from the prior has a weight that falls like 1/N:
/// the regularisers of [DropoutSpec.Concrete] are l²/(2N) for the weights and 1/N for the entropy of p, with
/// length-scale l. (The authors' loss is twice this one, and so are their regularisers.) The number of updates is the
/// same for all N.
final class ConcreteGrowth {
  static final List<Integer> SIZES = List.of(10, 100, 1000, 10_000);
  private static final int VALIDATION = 20;
  private static final int LAYERS = 2;
  private static final int UNITS = 64;
  private static final int BATCH = 32;
  private static final int UPDATES = 4000;
  private static final double START = 0.1;
  private static final double TEMPERATURE = 0.1;
  private static final double LENGTH_SCALE = 1e-4;

  private ConcreteGrowth() {}

  static List<LearntRate> measure(long seed, ProgressMonitor watch) {
    List<LearntRate> rates = new ArrayList<>();
    for (int i = 0; i < SIZES.size(); i++)
      rates.add(learnt(SIZES.get(i), seed, new EnsembleTraining.Part(watch, i / (double) SIZES.size(), 1.0 / SIZES.size())));
    return rates;
  }

  /// Returns the rows of the result with NaN for all numbers.
  static List<LearntRate> expected() {
    return SIZES.stream().map(examples -> new LearntRate(examples, Collections.nCopies(LAYERS, Double.NaN))).toList();
  }

  private static LearntRate learnt(int examples, long seed, ProgressMonitor watch) {
    Experiment experiment = experiment(examples, seed);
    DataSet data = DataSets.load(experiment, Path.of(""));
    List<Double> p = EnsembleTraining.train(experiment, data, watch).dropRates();
    return new LearntRate(examples, p.subList(1, p.size()));
  }

  private static Experiment experiment(int examples, long seed) {
    DropoutSpec concrete = new DropoutSpec.Concrete(TEMPERATURE, LENGTH_SCALE * LENGTH_SCALE / (2 * examples), 1.0 / examples);
    NetworkSpec network = new NetworkSpec(0,
        Collections.nCopies(LAYERS, new NetworkSpec.HiddenLayer(UNITS, Activation.RELU, START, concrete)), Initialisation.HE);
    int batch = Math.min(BATCH, examples), batches = Math.ceilDiv(examples, batch);
    TrainingSpec training = new TrainingSpec(Math.ceilDiv(UPDATES, batches), batch, false).withLoss(LossKind.GAUSSIAN_NLL)
        .withSchedules(new ScheduleSpec.Linear(1, 0, 0), new ScheduleSpec.Constant(), new ScheduleSpec.Constant());
    return new Experiment("concrete", null,
        new DataSpec.Generated(GeneratedSet.NOISY_LINE, examples, VALIDATION, 1, null), network,
        OptimiserSpec.standard(OptimiserSpec.Adam.class).withLearningRate(0.005), RegulariserSpec.OFF, training, seed,
        List.of());
  }
}

package dropoutlab.claim.features;

import dropoutlab.claim.Bench;
import dropoutlab.data.DataException;
import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.IdxNames;
import dropoutlab.data.Schema;
import dropoutlab.frame.Matrix;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.RegulariserSpec;
import dropoutlab.spec.TrainingSpec;
import dropoutlab.train.TrainingSession;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A network with one hidden ReLU layer and its twin, trained on pictures with one seed.
///
/// @param first (inputs x units) the weights with which the first layer of both began, as far as decay left them: what
///              is there besides was learnt
record SparseTrial(long seed, Schema schema, Matrix first, SparseUnits own, SparseUnits twin) {
  /// How many seeds are trained: the shown one and those after it.
  static final int SEEDS = 5;
  /// Of a file so many pictures are read, and this share of them is held out.
  private static final int MOST_PICTURES = 1000;
  private static final double HELD_OUT = .4, RATE = .004;
  /// All pixels are to be given out again: that takes more pictures with less noise, and shorter steps.
  private static final double RECONSTRUCTION_RATE = .001;
  private static final DataSpec DRAWN = new DataSpec.Generated(GeneratedSet.DIGITS, 300, 400, .4, null),
      DRAWN_TO_RECONSTRUCT = new DataSpec.Generated(GeneratedSet.DIGITS, 600, 400, .1, null);

  /// What is trained.
  ///
  /// @param reconstruct whether the networks give out the pictures themselves, and not their classes
  /// @param decay  of the weights, as AdamW has it
  /// @param images a file of a person's own; else digits are drawn
  record Asked(boolean reconstruct, long seed, double p, int units, int epochs, double decay, Optional<Path> images) {
    Experiment experiment() {
      DataSpec data = images.map(Asked::file).orElse(reconstruct ? DRAWN_TO_RECONSTRUCT : DRAWN);
      NetworkSpec network = new NetworkSpec(0, List.of(new HiddenLayer(units, Activation.RELU, p)), Initialisation.HE);
      return new Experiment("features-and-sparsity", null, reconstruct ? new DataSpec.Autoencoder(data) : data, network,
          new OptimiserSpec.AdamW(rate(), .9, .999, 1e-8, decay), RegulariserSpec.OFF,
          new TrainingSpec(epochs, 32, true), seed, List.of());
    }

    double rate() { return reconstruct ? RECONSTRUCTION_RATE : RATE; }

    private static DataSpec file(Path images) {
      Path labels = IdxNames.labelsOf(images).orElseThrow(() ->
          new IllegalArgumentException(Words.of("claimfeatures.sparse.no_labels", images)));
      return new DataSpec.Idx(images.toString(), labels.toString(), null, null, HELD_OUT, MOST_PICTURES, false, null);
    }

    private Asked next(int by) { return new Asked(reconstruct, seed + by, p, units, epochs, decay, images); }
  }

  static List<SparseTrial> all(Asked asked, ProgressMonitor watch) {
    List<SparseTrial> trials = new ArrayList<>();
    for (int i = 0; i < SEEDS; i++) trials.add(of(asked.next(i), i, watch));
    return List.copyOf(trials);
  }

  private static SparseTrial of(Asked asked, int before, ProgressMonitor watch) {
    Experiment experiment = asked.experiment();
    DataSet data = load(experiment);
    TrainingSession session = new TrainingSession(experiment, data);
    Matrix first = session.weights().weights().getFirst();
    while (session.progress().epoch() < asked.epochs) {
      Bench.check(watch);
      session.step();
      session.failure().ifPresent(failure -> { throw new IllegalArgumentException(failure.cause()); });
      watch.done((before + session.progress().epoch() / (double) asked.epochs) / SEEDS);
    }
    Runnable each = () -> Bench.check(watch);
    double left = StrictMath.pow(1 - asked.rate() * asked.decay, session.progress().step());
    return new SparseTrial(asked.seed, data.schema(),
        Matrix.generate(first.rows(), first.cols(), (r, c) -> left * first.at(r, c)),
        new SparseUnits(experiment.network(), session.weights(), data, each),
        new SparseUnits(experiment.network(), session.twinWeights().orElseThrow(), data, each));
  }

  private static DataSet load(Experiment experiment) {
    try {
      return DataSets.load(experiment, Path.of(""));
    } catch (DataException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}

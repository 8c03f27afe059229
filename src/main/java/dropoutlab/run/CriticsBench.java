package dropoutlab.run;

import static java.lang.Double.NaN;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.Examples;
import dropoutlab.frame.Critique;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Sampling;
import dropoutlab.math.Tensor;
import dropoutlab.predict.McDropout;
import dropoutlab.predict.Predictor;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.RegulariserSpec;
import dropoutlab.spec.ScheduleSpec;
import dropoutlab.spec.TrainingSpec;
import dropoutlab.theory.ExactBayes;
import dropoutlab.theory.LinearDropout;
import dropoutlab.train.TrainingSession;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;

/// The critics' bench: with a fixed p, does the spread of the passes shrink as evidence grows? (Osband 2016, "Risk
/// versus Uncertainty in Deep Learning".) The data are repeated. This gives a minimiser no new information, while a
/// posterior that takes each row for a new observation shrinks.
///
/// - a linear model with dropout on its five inputs, and a network with dropout on one hidden layer of 32 ReLU units,
///   are trained on 20 examples of [GeneratedSet#LINEAR_FIVE] repeated 1, 10 and 100 times, always with the same number
///   of updates on the same number of examples; then they make T passes at x* = (1, 1, 1, 1, 1)
/// - for comparison: the closed form of the linear model, and exact Bayesian regression, which knows the noise
/// - at the end [ConcreteGrowth]: how p changes if it is learnt
public final class CriticsBench {
  static final List<Integer> REPETITIONS = List.of(1, 10, 100);
  private static final int EXAMPLES = 20;
  private static final double NOISE = 0.5;
  private static final int UPDATES = 6000;
  private static final int HIDDEN = 32;
  private static final double SHARE_OF_LINEAR = 0.1;
  private static final double SHARE_OF_NETWORK = 0.2;
  private static final Matrix X_STAR = Matrix.row(1, 1, 1, 1, 1);

  private final Request request;
  private final DataSet base;

  /// @param p      the fixed drop rate, in (0, 1)
  /// @param passes T
  public record Request(double p, int passes, long seed) {
    public Request {
      if (!(p > 0 && p < 1)) throw new IllegalArgumentException(Words.of("run.critics.rate", Numbers.brief(p)));
      if (passes < 2 || passes > Sampling.MOST_PASSES)
        throw new IllegalArgumentException(Words.of("run.critics.passes", Sampling.MOST_PASSES, passes));
    }

    public static Request standard() { return new Request(0.1, Sampling.MOST_PASSES, 1); }
  }

  private CriticsBench(Request request) {
    this.request = request;
    base = DataSets.load(set(), request.seed(), Path.of(""));
  }

  /// Returns the result of [#measure] with NaN for all numbers.
  public static Critique expected(Request request) {
    List<Critique.Row> rows =
        REPETITIONS.stream().map(times -> new Critique.Row(EXAMPLES * times, NaN, NaN, NaN)).toList();
    return new Critique(request.p(), X_STAR, rows, rows, ConcreteGrowth.expected());
  }

  private static DataSpec set() { return new DataSpec.Generated(GeneratedSet.LINEAR_FIVE, EXAMPLES, EXAMPLES, NOISE, null); }

  /// Measures; this takes some seconds. The same request gives the same bits.
  ///
  /// @throws CancellationException if `watch` has abandoned it
  public static Critique measure(Request request, ProgressMonitor watch) {
    CriticsBench bench = new CriticsBench(request);
    double both = SHARE_OF_LINEAR + SHARE_OF_NETWORK;
    List<Critique.Row> linear = linear(request, new EnsembleTraining.Part(watch, 0, SHARE_OF_LINEAR));
    List<Critique.Row> network =
        bench.rows(false, new EnsembleTraining.Part(watch, SHARE_OF_LINEAR, SHARE_OF_NETWORK));
    return new Critique(request.p(), X_STAR, linear, network,
        ConcreteGrowth.measure(request.seed(), new EnsembleTraining.Part(watch, both, 1 - both)));
  }

  /// Measures the linear model alone.
  static List<Critique.Row> linear(Request request, ProgressMonitor watch) { return new CriticsBench(request).rows(true, watch); }

  private List<Critique.Row> rows(boolean linear, ProgressMonitor watch) {
    List<Critique.Row> rows = new ArrayList<>();
    for (int i = 0; i < REPETITIONS.size(); i++) {
      ProgressMonitor part = new EnsembleTraining.Part(watch, i / (double) REPETITIONS.size(), 1.0 / REPETITIONS.size());
      rows.add(row(linear, REPETITIONS.get(i), part));
    }
    return rows;
  }

  private Critique.Row row(boolean linear, int times, ProgressMonitor watch) {
    DataSet data = new DataSet(base.schema(), repeated(base.train(), times), base.validation());
    NetworkSpec network = linear ? new NetworkSpec(request.p(), List.of(), Initialisation.HE)
        : new NetworkSpec(0, List.of(new NetworkSpec.HiddenLayer(HIDDEN, Activation.RELU, request.p())),
            Initialisation.HE);
    TrainingSession session = EnsembleTraining.train(experiment(network, times), data, watch);
    Predictor predictor = new Predictor(data.schema(), network, session.weights(), request.seed());
    double mcSd = predictor.unit().length(McDropout.predict(predictor, star(), request.passes(), true).sd(0, 0));
    return linear ? new Critique.Row(data.train().size(), mcSd,
        LinearDropout.of(data, request.p()).sd(X_STAR, data.schema()),
        ExactBayes.of(data, OptionalDouble.of(NOISE)).sd(star()).get(0))
        : new Critique.Row(data.train().size(), mcSd, NaN, NaN);
  }

  /// The number of updates is the same however often the data are repeated. The learning rate falls to 0, so that the
  /// last masks do not influence the result.
  private Experiment experiment(NetworkSpec network, int times) {
    TrainingSpec training = new TrainingSpec(UPDATES / times, EXAMPLES, false).withSchedules(
        new ScheduleSpec.Linear(1, 0, 0), new ScheduleSpec.Constant(), new ScheduleSpec.Constant());
    return new Experiment("critics", null, set(), network,
        OptimiserSpec.standard(OptimiserSpec.Adam.class).withLearningRate(0.01), RegulariserSpec.OFF, training,
        request.seed(), List.of());
  }

  static Examples repeated(Examples once, int times) {
    return new Examples(repeated(once.x(), times), repeated(once.y(), times));
  }

  private static Tensor repeated(Tensor once, int times) {
    Tensor many = new Tensor(once.rows() * times, once.cols());
    for (int row = 0; row < many.rows(); row++) many.copyRow(row, once, row % once.rows());
    return many;
  }

  private Tensor star() {
    Tensor row = new Tensor(1, X_STAR.cols());
    for (int c = 0; c < row.cols(); c++)
      row.set(0, c, (float) base.schema().inputScaling().toScaled(c, X_STAR.get(c)));
    return row;
  }
}

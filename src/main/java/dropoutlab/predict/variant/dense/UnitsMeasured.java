package dropoutlab.predict.variant.dense;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Frame;
import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.PrunedCurve;
import dropoutlab.frame.UnitsEvidence;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Mode;
import dropoutlab.predict.Predictor;
import dropoutlab.spec.DropoutSpec.Targeted;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.theory.FactorLaw;
import dropoutlab.theory.VarianceRatio;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Measures the evidence of the view of units.
public final class UnitsMeasured {
  private static final int MASKS = 200, RATIO_EXAMPLES = 200, RATIO_PASSES = 4;
  private static final SelfNormalisation.Size SIZE = new SelfNormalisation.Size(10, 64, 256);
  /// No training changes them, and there are as many as drop rates that were tried.
  private static final Map<Deep, UnitsEvidence.Depths> DEPTHS = new ConcurrentHashMap<>();

  private record Deep(DropoutSpec method, double p) {}

  private UnitsMeasured() {}

  /// @param example the row of the batch
  public static UnitsEvidence of(Frame frame, DataSet data, int example) {
    List<DenseSide> sides = DenseSide.both(frame, data, example);
    List<FactorLaw> laws = sides.stream().flatMap(side -> side.firstOfUnits().map(layer ->
        law(side, layer)).stream()).toList();
    DrawnFactors.Range range = DrawnFactors.Range.of(laws);
    boolean alpha = has(sides, DropoutSpec.Alpha.class), uniform = has(sides, DropoutSpec.Uniform.class);
    Optional<Targeted.Target> target = sides.stream().flatMap(side -> side.target().stream()).findFirst();
    return new UnitsEvidence(MASKS, sides.stream().map(side -> new UnitsEvidence.Of(
        side.firstOfUnits().map(layer -> drawn(side, layer, range)), uniform
            ? side.firstOfUnits().map(layer -> ratio(side, layer)) : Optional.empty(),
        alpha ? side.firstOfUnits().map(layer -> depths(side, layer)) : Optional.empty(),
        target.flatMap(ranked -> pruned(side, ranked)))).toList());
  }

  private static boolean has(List<DenseSide> sides, Class<? extends DropoutSpec> kind) {
    return sides.stream().anyMatch(side -> side.firstOfUnits().filter(layer ->
        kind.isInstance(side.method(layer))).isPresent());
  }

  private static FactorLaw law(DenseSide side, int layer) {
    FactorLaw law = FactorLaw.of(side.method(layer), side.hidden(layer).drop());
    if (!(side.method(layer) instanceof Targeted targeted)) return law;
    int units = side.hidden(layer).units();
    return law.ofShare((int) (targeted.share() * units + 1e-9) / (double) units);
  }

  private static UnitsEvidence.Drawn drawn(DenseSide side, int layer, DrawnFactors.Range range) {
    Dropped dropped = side.drawn(layer, MASKS);
    int units = dropped.before().cols();
    Matrix means = Matrix.generate(1, units, (_, unit) -> mean(dropped.after(), unit));
    Matrix before = Matrix.generate(1, units, (_, unit) -> mean(dropped.before(), unit));
    Predictor predictor = Predictor.of(side.frame(), side.data().schema());
    Matrix off = predictor.unit().values(predictor.deterministic(side.inputs(1)));
    int column = likeliest(off);
    Matrix passes = predictor.unit().values(predictor.pass(side.inputs(MASKS), false));
    Matrix answers = Matrix.generate(1, MASKS, (_, mask) -> passes.at(mask, column));
    return new UnitsEvidence.Drawn(layer, DrawnFactors.of(dropped.factors(), law(side, layer), range), before, means,
        column, answers,
        off.at(0, column));
  }

  private static int likeliest(Matrix row) {
    int best = 0;
    for (int c = 1; c < row.cols(); c++) if (row.at(0, c) > row.at(0, best)) best = c;
    return best;
  }

  private static double mean(Matrix values, int column) {
    double sum = 0;
    for (int row = 0; row < values.rows(); row++) sum += values.at(row, column);
    return sum / values.rows();
  }

  /// The variance over examples of the units behind the first layer that drops, in training and at inference.
  private static UnitsEvidence.Ratio ratio(DenseSide side, int layer) {
    Tensor all = side.data().train().x();
    Tensor x = new Tensor(Math.min(RATIO_EXAMPLES, all.rows()) * RATIO_PASSES, all.cols());
    for (int row = 0; row < x.rows(); row++) x.copyRow(row, all, row / RATIO_PASSES);
    Dropped training = side.runs().dropped(x, Mode.TRAIN, layer),
        inference = side.runs().dropped(x, Mode.INFERENCE, layer);
    FactorLaw law = FactorLaw.of(side.method(layer), side.hidden(layer).drop());
    double measured = 0, trained = 0, closed = 0, square = law.mean() * law.mean();
    for (int unit = 0; unit < training.before().cols(); unit++) {
      measured += variance(inference.after(), unit);
      trained += variance(training.after(), unit);
      closed += square * VarianceRatio.training(mean(training.before(), unit), variance(training.before(), unit),
          law.variance() / square);
    }
    return new UnitsEvidence.Ratio(trained == 0 ? 1 : measured / trained, closed == 0 ? 1 : measured / closed);
  }

  private static double variance(Matrix values, int column) {
    double mean = mean(values, column), sum = 0;
    for (int row = 0; row < values.rows(); row++) sum += (values.at(row, column) - mean)
      * (values.at(row, column) - mean);
    return sum / values.rows();
  }

  private static UnitsEvidence.Depths depths(DenseSide side, int layer) {
    return DEPTHS.computeIfAbsent(new Deep(side.method(layer), side.hidden(layer).drop()), deep -> {
      SelfNormalisation run = SelfNormalisation.of(deep.method, deep.p, SIZE, 0),
          calm = SelfNormalisation.of(deep.method, 0, SIZE, 0);
      return new UnitsEvidence.Depths(each(i -> run.means().get(i) - calm.means().get(i)),
          each(i -> run.variances().get(i) / calm.variances().get(i)));
    });
  }

  private static List<Double> each(IntFunction<Double> layer) {
    return IntStream.range(0, SIZE.layers()).mapToObj(layer).toList();
  }

  /// Only dense networks are pruned here.
  static Optional<PrunedCurve> pruned(DenseSide side, Targeted.Target target) {
    return side.spec().body().isEmpty() ? Optional.of(PrunedNetwork.curve(side.spec(), side.frame().weights(),
        side.data(), target))
        : Optional.empty();
  }
}

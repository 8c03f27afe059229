package dropoutlab.predict.query;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Ensemble;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Noise;
import dropoutlab.frame.PointPasses.Known;
import dropoutlab.frame.PointPasses.Voter;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.frame.Sampling;
import dropoutlab.math.Tensor;
import dropoutlab.predict.EnsemblePrediction;
import dropoutlab.predict.Predictive;
import dropoutlab.predict.Predictor;
import dropoutlab.predict.quality.ClassScoring;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// All that the passes say at one input.
///
/// @param at  in the user's units (1 x inputs)
/// @param row the same, scaled
record PointAnswer(QueryContext context, Sampling sampling, Matrix at, Tensor row, Optional<Known> known, Noise noise) {
  private static final int VOTERS_A_SIDE = 4;

  static Result.Point find(QueryContext context, Query.Point query) {
    Optional<Known> known = query.example().stream().mapToObj(row -> known(context.data(), row)).findFirst();
    Matrix at = query.inputs().isEmpty() ? context.data().shownInputs(known.orElseThrow().row()) : query.inputs();
    Tensor row = query.inputs().isEmpty() ? example(context.data(), known.orElseThrow().row())
        : InputSpace.scaled(at, context.schema());
    Matrix ensemble = query.ensemble().map((Ensemble members) ->
        EnsemblePrediction.of(members, context.schema()).answersAt(row)).orElse(Matrix.EMPTY);
    Noise noise = context.noise(query.sampling(), query.noise());
    return new Result.Point(new PointAnswer(context, query.sampling(), at, row, known, noise).passes(), ensemble, noise);
  }

  /// At a place that is none of the data.
  static PointPasses at(QueryContext context, Sampling sampling, Matrix at, Noise noise) {
    return new PointAnswer(context, sampling, at, InputSpace.scaled(at, context.schema()), Optional.empty(), noise)
        .passes();
  }

  private static Known known(DataSet data, int example) {
    int row = Math.min(example, data.shown().size() - 1);
    return new Known(row, data.shownTarget(row), data.holdsOut());
  }

  /// As it is scaled, to the bit.
  private static Tensor example(DataSet data, int row) {
    Tensor x = new Tensor(1, data.shown().x().cols());
    x.copyRow(0, data.shown().x(), row);
    return x;
  }

  PointPasses passes() {
    int columns = context.sampled(sampling).columns();
    float[] passed = new float[sampling.passes() * columns];
    Predictive predictive = context.predict(sampling.withHeld(true), row,
        (answer, pass) -> System.arraycopy(answer.data(), 0, passed, pass * columns, columns));
    Matrix standardised = Matrix.copyOf(passed, sampling.passes(), columns);
    Matrix values = context.unit().values(standardised);
    int column = context.regression() ? 0 : columns == 2 ? 1 : predictive.classOf(0);
    return new PointPasses(at, known, values, context.deterministic(row),
        context.regression() ? Optional.empty() : Optional.of(ClassScoring.of(values)), noiseSd(predictive), column,
        context.unit().values(RunningEstimates.of(standardised, column)), voters(values, column));
  }

  private double noiseSd(Predictive predictive) {
    return context.regression() ? predictive.noiseSd(context.unit(), 0, noise) : 0;
  }

  /// Their masks are drawn again from the beginning of the streams, without the passes.
  private List<Voter> voters(Matrix values, int column) {
    Map<Integer, Integer> sides = context.regression() ? outermost(values) : firstOfEachClass(values);
    List<Voter> voters = new ArrayList<>();
    Predictor again = context.sampled(sampling);
    int pass = 0;
    for (Map.Entry<Integer, Integer> chosen : sides.entrySet()) {
      for (; pass <= chosen.getKey(); pass++) again.holdNewMasks();
      voters.add(new Voter(chosen.getKey(), chosen.getValue(), values.at(chosen.getKey(), column), again.heldMasks()));
    }
    voters.sort(Comparator.comparingInt(Voter::side));
    return voters;
  }

  /// The passes that vote, in their order, with the class that each votes for: its most probable, the first on a tie.
  private static Map<Integer, Integer> firstOfEachClass(Matrix values) {
    Map<Integer, Integer> sides = new TreeMap<>();
    int[] found = new int[values.cols()];
    for (int pass = 0; pass < values.rows(); pass++) {
      int best = 0;
      for (int c = 1; c < values.cols(); c++) if (values.at(pass, c) > values.at(pass, best)) best = c;
      if (found[best]++ < VOTERS_A_SIDE) sides.put(pass, best);
    }
    return sides;
  }

  /// The passes of the lowest values, side 0, and of the highest, side 1, in their order.
  private static Map<Integer, Integer> outermost(Matrix values) {
    List<Integer> rising = IntStream.range(0, values.rows()).boxed()
        .sorted(Comparator.comparingDouble(pass -> values.at(pass, 0))).toList();
    int each = Math.min(VOTERS_A_SIDE, rising.size() / 2);
    Map<Integer, Integer> sides = new TreeMap<>();
    for (int i = 0; i < each; i++) {
      sides.put(rising.get(i), 0);
      sides.put(rising.get(rising.size() - 1 - i), 1);
    }
    return sides;
  }
}

package dropoutlab.predict.query;

import dropoutlab.data.TargetUnit;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Method;
import dropoutlab.frame.Noise;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.frame.Sampling;
import dropoutlab.math.Tensor;
import dropoutlab.predict.EnsemblePrediction;
import dropoutlab.predict.Predictive;
import dropoutlab.theory.ExactBayes;
import java.util.ArrayList;
import java.util.List;

/// Mean and bands along the one input of a regression, and what other methods say there.
record LineAnswer(QueryContext context, Query.Line query) {
  private static final int SINGLE_PASSES = 20;

  Result.Line find() {
    Sampling sampling = query.sampling();
    Tensor x = context.space().curve(query.cells());
    int n = x.rows(), singles = Math.min(SINGLE_PASSES, sampling.passes());
    float[] drawn = new float[singles * n];
    Noise noise = context.noise(sampling, query.noise());
    Predictive predictive = context.predict(sampling, x, (answer, pass) -> {
      if (pass < singles) System.arraycopy(answer.data(), 0, drawn, pass * n, n);
    });
    TargetUnit unit = context.unit();
    Span span = Span.of(context);
    return new Result.Line(sampling.passes(), sampling.held(), context.space().curveX(query.cells()),
        unit.values(predictive.mean()), unit.roots(predictive.variance()), aleatoric(predictive, noise), noise,
        context.deterministic(x), unit.values(Matrix.copyOf(drawn, singles, n)), span.from(), span.to(),
        rivals(x, noise), query.probe().map(at -> PointAnswer.at(context, sampling, Matrix.row(at), noise)));
  }

  private Matrix aleatoric(Predictive predictive, Noise noise) {
    int n = predictive.mean().rows();
    return Matrix.generate(n, 1, (row, _) -> predictive.noiseSd(context.unit(), row, noise));
  }

  private List<Result.Rival> rivals(Tensor x, Noise noise) {
    List<Result.Rival> rivals = new ArrayList<>();
    query.ensemble().ifPresent(ensemble -> {
      Predictive says = EnsemblePrediction.of(ensemble, context.schema()).predict(x);
      rivals.add(new Result.Rival(Method.ENSEMBLE, context.unit().values(says.mean()),
          context.unit().roots(says.variance())));
    });
    if (query.bayes() && ExactBayes.isFor(context.frame().experiment().network(), context.schema())) {
      ExactBayes bayes = ExactBayes.of(context.data(), context.asked(query.noise()).told(noise));
      rivals.add(new Result.Rival(Method.EXACT_BAYES, bayes.mean(x), bayes.sd(x)));
    }
    return rivals;
  }

  /// From the least to the greatest training input, in the user's unit.
  private record Span(double from, double to) {
    static Span of(QueryContext context) {
      double from = Double.POSITIVE_INFINITY, to = Double.NEGATIVE_INFINITY;
      Tensor x = context.data().train().x();
      for (int row = 0; row < x.rows(); row++) {
        double raw = context.schema().inputScaling().toRaw(0, x.at(row, 0));
        from = Math.min(from, raw);
        to = Math.max(to, raw);
      }
      return new Span(from, to);
    }
  }
}

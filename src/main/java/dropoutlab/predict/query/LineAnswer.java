package dropoutlab.predict.query;

import dropoutlab.data.TargetUnit;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Method;
import dropoutlab.frame.Noise;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.math.Tensor;
import dropoutlab.predict.EnsemblePrediction;
import dropoutlab.predict.Predictive;
import dropoutlab.theory.ExactBayes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Mean and bands along the one input of a regression, and what other methods say there.
record LineAnswer(Inquiry inquiry, InputSpace space, Query.Line question) {
  private static final int SINGLE_PASSES = 20;

  Result.Line find() {
    Tensor x = space.curve(question.cells());
    int n = x.rows(), singles = Math.min(SINGLE_PASSES, inquiry.passes());
    float[] drawn = new float[singles * n];
    Noise noise = inquiry.noise(question.noise());
    Predictive predictive = inquiry.predict(x, inquiry.sampling().held(), (answer, pass) -> {
      if (pass < singles) System.arraycopy(answer.data(), 0, drawn, pass * n, n);
    });
    TargetUnit unit = inquiry.unit();
    Span span = Span.of(inquiry);
    return new Result.Line(inquiry.passes(), inquiry.sampling().held(), space.curveX(question.cells()),
        unit.values(predictive.mean()), unit.roots(predictive.variance()), aleatoric(predictive, noise), noise,
        inquiry.deterministic(x), unit.values(Matrix.copyOf(drawn, singles, n)), span.from(), span.to(),
        rivals(x, noise), probe(noise));
  }

  private Matrix aleatoric(Predictive predictive, Noise noise) {
    int n = predictive.mean().rows();
    return Matrix.generate(n, 1, (row, _) -> predictive.noiseSd(inquiry.unit(), row, noise));
  }

  private Optional<PointPasses> probe(Noise noise) {
    return question.probe().map(at ->
        new PointAnswer(inquiry, Matrix.row(at), space.scaled(List.of(at)), noise).passes());
  }

  private List<Result.Rival> rivals(Tensor x, Noise noise) {
    List<Result.Rival> rivals = new ArrayList<>();
    question.ensemble().ifPresent(ensemble -> {
      Predictive says = EnsemblePrediction.of(ensemble, inquiry.schema()).predict(x);
      rivals.add(new Result.Rival(Method.ENSEMBLE, inquiry.unit().values(says.mean()),
          inquiry.unit().roots(says.variance())));
    });
    if (question.bayes() && ExactBayes.isFor(inquiry.frame().experiment().network(), inquiry.schema())) {
      ExactBayes bayes = ExactBayes.of(inquiry.data(), inquiry.asked(question.noise()).told(noise));
      rivals.add(new Result.Rival(Method.EXACT_BAYES, bayes.mean(x), bayes.sd(x)));
    }
    return rivals;
  }

  /// From the least to the greatest training input, in the user's unit.
  private record Span(double from, double to) {
    static Span of(Inquiry inquiry) {
      double from = Double.POSITIVE_INFINITY, to = Double.NEGATIVE_INFINITY;
      Tensor x = inquiry.data().train().x();
      for (int row = 0; row < x.rows(); row++) {
        double raw = inquiry.schema().inputScaling().toRaw(0, x.at(row, 0));
        from = Math.min(from, raw);
        to = Math.max(to, raw);
      }
      return new Span(from, to);
    }
  }
}

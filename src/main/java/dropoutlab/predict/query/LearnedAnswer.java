package dropoutlab.predict.query;

import dropoutlab.data.ImageShape;
import dropoutlab.data.Schema;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Query;
import dropoutlab.math.Tensor;
import dropoutlab.predict.Predictor;
import dropoutlab.spec.Task;

/// What network and twin have learned, masks off: for each kind of data the picture that tells most.
record LearnedAnswer(QueryContext context, Query.Learned query) {
  private static final int SHOWN_FEATURES = 25;
  /// More points than these hide each other.
  private static final int MOST_POINTS = 2000;

  Learned find() {
    Schema schema = context.schema();
    InputSpace space = context.space();
    int cells = query.cells();
    if (schema.image().isPresent() && context.frame().experiment().network().body().isEmpty())
      return features(schema.image().get());
    if (InputSpace.isLine(schema)) {
      Tensor x = space.curve(cells);
      return new Learned.FittedCurve(space.curveX(cells), network(x), twin(x));
    }
    if (InputSpace.isPlane(schema)) {
      Tensor grid = space.grid(cells);
      return context.regression() ? new Learned.Surface(space.window(), cells, cells, network(grid), twin(grid))
          : new Learned.DecisionMap(space.window(), cells, cells, network(grid), twin(grid));
    }
    Tensor shown = context.data().shown().x();
    Tensor some = first(shown, context.effort().examples(shown.rows()));
    if (schema.task() != Task.CLASSIFICATION) return scatter(some);
    return new Learned.Confusion(schema.classes(), confusion(network(some)), confusion(twin(some)));
  }

  /// Of examples with many targets fewer are shown.
  private Learned scatter(Tensor shown) {
    int each = context.schema().outputs();
    Tensor some = each == 1 ? shown : first(shown, Math.clamp(MOST_POINTS / each, 1, shown.rows()));
    return new Learned.Scatter(context.data().shownTargets(some.rows()), column(network(some)), column(twin(some)), each);
  }

  private static Matrix column(Matrix of) { return Matrix.generate(of.size(), 1, (row, _) -> of.get(row)); }

  private Matrix network(Tensor x) { return context.deterministic(x); }

  private Matrix twin(Tensor x) {
    if (!context.frame().hasTwin()) return Matrix.EMPTY;
    Predictor twin = new Predictor(context.schema(), context.frame().experiment().network().withoutDropout(),
        context.frame().twin(), 0);
    return context.unit().values(twin.deterministic(x));
  }

  private Learned features(ImageShape shape) {
    return new Learned.Features(shape.width(), shape.height(),
        transposed(context.frame().weights().weights().getFirst()),
        context.frame().hasTwin() ? transposed(context.frame().twin().weights().getFirst()) : Matrix.EMPTY);
  }

  /// As many units as can be told apart on a screen.
  private static Matrix transposed(Matrix weights) {
    return Matrix.generate(Math.min(weights.cols(), SHOWN_FEATURES), weights.rows(),
        (unit, pixel) -> weights.at(pixel, unit));
  }

  /// The first `rows` rows of `all`.
  private static Tensor first(Tensor all, int rows) {
    if (rows == all.rows()) return all;
    Tensor some = new Tensor(rows, all.cols());
    for (int row = 0; row < rows; row++) some.copyRow(row, all, row);
    return some;
  }

  private Matrix confusion(Matrix probabilities) {
    if (probabilities.isEmpty()) return Matrix.EMPTY;
    int classes = context.schema().classes().size();
    float[] counts = new float[classes * classes];
    for (int row = 0; row < probabilities.rows(); row++) {
      int best = 0;
      for (int c = 1; c < classes; c++) if (probabilities.at(row, c) > probabilities.at(row, best)) best = c;
      counts[context.data().shown().label(row) * classes + best]++;
    }
    return Matrix.copyOf(counts, classes, classes);
  }
}

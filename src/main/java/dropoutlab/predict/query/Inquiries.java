package dropoutlab.predict.query;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.frame.Ensemble;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Noise;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.frame.Sampling;
import dropoutlab.math.Tensor;
import dropoutlab.predict.EnsemblePrediction;
import dropoutlab.predict.PassCount;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.predict.quality.Qualities;
import dropoutlab.spec.Task;
import java.util.Optional;

/// Answers what the Uncertainty workspace asks of the weights in a frame. A pure function of frame, data and question:
/// the same masks every time, so that a picture moves only when the weights do. Used by one thread.
public final class Inquiries {
  private final DataSet data;
  private final Schema schema;
  private final InputSpace space;

  public Inquiries(DataSet data) {
    this.data = data;
    schema = data.schema();
    space = new InputSpace(data);
  }

  /// The whole answer.
  public Optional<Result> answer(Frame frame, Query question, ProgressMonitor watch) {
    return answer(frame, question, Effort.FULL, watch);
  }

  /// Empty where the question does not fit the data, where a draft is not worth its while, and when `watch` has
  /// abandoned it.
  ///
  /// @throws IllegalArgumentException when the noise is to follow from a prior, and the training has no weight decay
  public Optional<Result> answer(Frame frame, Query asked, Effort effort, ProgressMonitor watch) {
    if (!fits(asked) || !effort.isWorth(asked.sampling().passes())) return Optional.empty();
    Query question = effort.isDraft() ? draft(asked, effort) : asked;
    try {
      PassCount count = new PassCount(watch, passes(question));
      return Optional.of(find(new Inquiry(frame, data, question.sampling(), effort, count), question));
    } catch (PassCount.Abandoned _) {
      return Optional.empty();
    }
  }

  /// What is asked, with less effort.
  private static Query draft(Query asked, Effort effort) {
    Sampling sampling = asked.sampling().withPasses(effort.passes(asked.sampling().passes()));
    return switch (asked) {
      // Along a line many points cost little.
      case Query.Line line -> line.withSampling(sampling);
      case Query.Plane plane -> plane.with(q -> q.sampling(sampling).cells(effort.cells(plane.cells())));
      case Query.Point point -> point.withSampling(sampling);
      case Query.Rotation rotation -> rotation.withSampling(sampling);
      case Query.Foreign _ -> new Query.Foreign(sampling);
      case Query.Quality quality -> quality.withSampling(sampling);
    };
  }

  private boolean fits(Query question) {
    boolean regression = schema.task() == Task.REGRESSION, images = schema.image().isPresent();
    return switch (question) {
      case Query.Line _ -> regression && space.isCurve();
      case Query.Plane _ -> space.isPlane() && schema.inputs().size() == 2;
      case Query.Point point -> point.inputs().size() == schema.inputs().size();
      case Query.Rotation _, Query.Foreign _ -> images && !regression;
      case Query.Quality _ -> data.holdsOut();
    };
  }

  private static long passes(Query question) {
    long each = question.sampling().passes();
    return switch (question) {
      case Query.Line line -> line.probe().isPresent() ? 2 * each : each;
      case Query.Plane plane -> plane.probe().isPresent() ? 2 * each : each;
      case Query.Point _, Query.Rotation _, Query.Foreign _, Query.Quality _ -> each;
    };
  }

  private Result find(Inquiry inquiry, Query question) {
    return switch (question) {
      case Query.Line line -> new LineAnswer(inquiry, space, line).find();
      case Query.Plane plane -> new PlaneAnswer(inquiry, space, plane).find();
      case Query.Point point -> point(inquiry, point);
      case Query.Rotation rotation -> new PictureAnswers(inquiry).rotate(rotation);
      case Query.Foreign _ -> new PictureAnswers(inquiry).foreign();
      case Query.Quality quality -> Qualities.report(inquiry.frame(), data, quality, inquiry.count()::one);
    };
  }

  private Result.Point point(Inquiry inquiry, Query.Point point) {
    Tensor row = scaled(point.inputs(), schema);
    Matrix ensemble = point.ensemble().map((Ensemble members) -> EnsemblePrediction.of(members, schema).answersAt(row))
        .orElse(Matrix.EMPTY);
    Noise noise = inquiry.noise(point.noise());
    return new Result.Point(new PointAnswer(inquiry, point.inputs(), row, noise).passes(), ensemble, noise);
  }

  /// Rows in the user's units, scaled.
  static Tensor scaled(Matrix raw, Schema schema) {
    Tensor x = new Tensor(raw.rows(), raw.cols());
    for (int row = 0; row < raw.rows(); row++)
      for (int c = 0; c < raw.cols(); c++)
        x.set(row, c, (float) schema.inputScaling().toScaled(c, raw.at(row, c)));
    return x;
  }
}

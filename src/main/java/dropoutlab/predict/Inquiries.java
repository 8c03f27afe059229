package dropoutlab.predict;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.frame.Ensemble;
import dropoutlab.frame.Finding;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Noise;
import dropoutlab.frame.Question;
import dropoutlab.frame.Sampling;
import dropoutlab.frame.Table;
import dropoutlab.math.Tensor;
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
  public Optional<Finding> answer(Frame frame, Question question, Watch watch) {
    return answer(frame, question, Effort.FULL, watch);
  }

  /// Empty where the question does not fit the data, where a draft is not worth its while, and when `watch` has
  /// abandoned it.
  ///
  /// @throws IllegalArgumentException when the noise is to follow from a prior, and the training has no weight decay
  public Optional<Finding> answer(Frame frame, Question asked, Effort effort, Watch watch) {
    if (!fits(asked) || !effort.isWorth(asked.sampling().passes())) return Optional.empty();
    Question question = effort.isDraft() ? draft(asked, effort) : asked;
    try {
      PassCount count = new PassCount(watch, passes(question));
      return Optional.of(find(new Inquiry(frame, data, question.sampling(), effort, count), question));
    } catch (PassCount.Abandoned _) {
      return Optional.empty();
    }
  }

  /// What is asked, with less effort.
  private static Question draft(Question asked, Effort effort) {
    Sampling sampling = asked.sampling().withPasses(effort.passes(asked.sampling().passes()));
    return switch (asked) {
      // Along a line many points cost little.
      case Question.Line line -> line.withSampling(sampling);
      case Question.Plane plane -> plane.with(q -> q.sampling(sampling).cells(effort.cells(plane.cells())));
      case Question.Point point -> point.withSampling(sampling);
      case Question.Rotation rotation -> rotation.withSampling(sampling);
      case Question.Foreign _ -> new Question.Foreign(sampling);
      case Question.Quality quality -> quality.withSampling(sampling);
    };
  }

  private boolean fits(Question question) {
    boolean regression = schema.task() == Task.REGRESSION, images = schema.image().isPresent();
    return switch (question) {
      case Question.Line _ -> regression && space.isCurve();
      case Question.Plane _ -> space.isPlane() && schema.inputs().size() == 2;
      case Question.Point point -> point.inputs().size() == schema.inputs().size();
      case Question.Rotation _, Question.Foreign _ -> images && !regression;
      case Question.Quality _ -> data.holdsOut();
    };
  }

  private static long passes(Question question) {
    long each = question.sampling().passes();
    return switch (question) {
      case Question.Line line -> line.probe().isPresent() ? 2 * each : each;
      case Question.Plane plane -> plane.probe().isPresent() ? 2 * each : each;
      case Question.Point _, Question.Rotation _, Question.Foreign _, Question.Quality _ -> each;
    };
  }

  private Finding find(Inquiry inquiry, Question question) {
    return switch (question) {
      case Question.Line line -> new LineAnswer(inquiry, space, line).find();
      case Question.Plane plane -> new PlaneAnswer(inquiry, space, plane).find();
      case Question.Point point -> point(inquiry, point);
      case Question.Rotation rotation -> new PictureAnswers(inquiry).rotate(rotation);
      case Question.Foreign _ -> new PictureAnswers(inquiry).foreign();
      case Question.Quality quality -> Qualities.report(inquiry.frame(), data, quality, inquiry.count()::one);
    };
  }

  private Finding.Point point(Inquiry inquiry, Question.Point point) {
    Tensor row = scaled(point.inputs(), schema);
    Table ensemble = point.ensemble().map((Ensemble members) -> EnsemblePrediction.of(members, schema).answersAt(row))
        .orElse(Table.EMPTY);
    Noise noise = inquiry.noise(point.noise());
    return new Finding.Point(new PointAnswer(inquiry, point.inputs(), row, noise).passes(), ensemble, noise);
  }

  /// Rows in the user's units, scaled.
  static Tensor scaled(Table raw, Schema schema) {
    Tensor x = new Tensor(raw.rows(), raw.cols());
    for (int row = 0; row < raw.rows(); row++)
      for (int c = 0; c < raw.cols(); c++)
        x.set(row, c, (float) schema.inputScaling().toScaled(c, raw.at(row, c)));
    return x;
  }
}

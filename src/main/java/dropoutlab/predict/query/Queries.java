package dropoutlab.predict.query;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.frame.Answer;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.frame.Sampling;
import dropoutlab.predict.PassCount;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.predict.quality.Qualities;
import dropoutlab.spec.Task;
import java.util.Optional;

/// Answers what is asked of the weights in a frame. A pure function of frame, data and query: the same masks every time,
/// so that a picture moves only when the weights do.
public final class Queries {
  private Queries() {}

  /// The whole answer; empty where the query does not fit the data.
  public static Optional<Answer> answer(Frame frame, DataSet data, Query query) {
    return answer(frame, data, query, Effort.FULL, ProgressMonitor.NOBODY);
  }

  /// Empty where the query does not fit the data, where a draft is not worth its while, and when `monitor` has abandoned
  /// it.
  ///
  /// @throws IllegalArgumentException when the noise is to follow from a prior, and the training has no weight decay
  public static Optional<Answer> answer(Frame frame, DataSet data, Query query, Effort effort,
                                        ProgressMonitor monitor) {
    if (!fits(query, data) || !effort.isWorth(query)) return Optional.empty();
    Query less = effort.isDraft() ? draft(query, effort) : query;
    try {
      QueryContext context = new QueryContext(frame, data, effort, new PassCount(monitor, passes(less)));
      return Optional.of(new Answer(frame.run(), frame.progress().epoch(), query, effort.isDraft(), find(context, less)));
    } catch (PassCount.Abandoned _) {
      return Optional.empty();
    }
  }

  /// What is asked, with less effort.
  private static Query draft(Query asked, Effort effort) {
    return switch (asked) {
      case Query.Learned learned -> new Query.Learned(effort.cells(learned.cells()));
      case Query.OfMethods methods -> methods;
      // Along a line many points cost little.
      case Query.Line line -> line.withSampling(fewer(line, effort));
      case Query.Plane plane -> plane.with(q -> q.sampling(fewer(plane, effort)).cells(effort.cells(plane.cells())));
      case Query.Point point -> point.withSampling(fewer(point, effort));
      case Query.Rotation rotation -> rotation.withSampling(fewer(rotation, effort));
      case Query.Foreign foreign -> new Query.Foreign(fewer(foreign, effort));
      case Query.Quality quality -> quality.withSampling(fewer(quality, effort));
    };
  }

  private static Sampling fewer(Query.OfPasses asked, Effort effort) {
    return asked.sampling().withPasses(effort.passes(asked.sampling().passes()));
  }

  /// All else that is asked is about one answer: a network that reconstructs its inputs has many.
  private static boolean fits(Query query, DataSet data) {
    Schema schema = data.schema();
    if (schema.task() == Task.RECONSTRUCTION) return query instanceof Query.Learned;
    boolean regression = schema.task() == Task.REGRESSION, images = schema.image().isPresent();
    return switch (query) {
      case Query.Learned _, Query.OfMethods _ -> true;
      case Query.Line _ -> InputSpace.isLine(schema);
      case Query.Plane _ -> InputSpace.isPlane(schema);
      case Query.Point point -> point.inputs().isEmpty() || point.inputs().size() == schema.inputs().size();
      case Query.Rotation _, Query.Foreign _ -> images && !regression;
      case Query.Quality _ -> data.holdsOut();
    };
  }

  private static long passes(Query query) {
    return switch (query) {
      case Query.Learned _, Query.OfMethods _ -> 1;
      case Query.Line line -> twiceFor(line.probe(), line);
      case Query.Plane plane -> twiceFor(plane.probe(), plane);
      case Query.OfPasses other -> other.sampling().passes();
    };
  }

  private static long twiceFor(Optional<?> probe, Query.OfPasses asked) {
    return asked.sampling().passes() * (probe.isPresent() ? 2L : 1);
  }

  private static Result find(QueryContext context, Query query) {
    return switch (query) {
      case Query.Learned learned -> new LearnedAnswer(context, learned).find();
      case Query.OfMethods methods -> EvidenceAnswer.find(context, methods);
      case Query.Line line -> new LineAnswer(context, line).find();
      case Query.Plane plane -> new PlaneAnswer(context, plane).find();
      case Query.Point point -> PointAnswer.find(context, point);
      case Query.Rotation rotation -> new PictureAnswers(context, rotation.sampling()).rotate(rotation);
      case Query.Foreign foreign -> new PictureAnswers(context, foreign.sampling()).foreign();
      case Query.Quality quality ->
          Qualities.report(context.frame(), context.data(), quality, context.count()::one);
    };
  }
}

package dropoutlab.ui.uncertainty;

import dropoutlab.spec.DataSpec.MaunaLoa;
import dropoutlab.spec.DataSpec.Point;
import dropoutlab.spec.DataSpec.Points;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Task;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.OwnPoints;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Changes to the examples of a regression along one input. A set that is not made of points becomes one, with as many
/// training examples; every change can be undone.
final class DataEdits {
  private static final int LEAST_POINTS = 3;
  private static final int FIRST_YEAR = 1963;
  private static final int LAST_YEAR = 2024;

  private Optional<String> told = Optional.empty();

  /// What the person is to know of the last change.
  Optional<String> told() { return told; }

  /// Takes the data beyond an edge away; of the CO2 record the years beyond are held out instead.
  ///
  /// @param from,to where the training data begin and end now
  void moveEdge(LabModel model, boolean upper, double edge, double from, double to) {
    told = Optional.empty();
    if (model.experiment().get().data() instanceof MaunaLoa record) {
      int year = (int) Math.clamp(Math.floor(edge), FIRST_YEAR, LAST_YEAR);
      if (upper) model.editor().change(e -> e.withData(record.withLastTrainingYear(year)));
      else told = Optional.of(Words.of("uncertainty.edits.record_begins"));
      return;
    }
    if (upper ? edge >= to : edge <= from) {
      told = Optional.of(Words.of("uncertainty.edits.nothing_beyond"));
      return;
    }
    List<Point> kept = points(model).stream().filter(p -> upper ? p.x() <= edge : p.x() >= edge).toList();
    if (kept.size() < LEAST_POINTS)
      told = Optional.of(Words.of("uncertainty.edits.too_few", LEAST_POINTS, kept.size()));
    else put(model, kept);
  }

  /// Adds a point in the user's units, or takes the nearest away.
  void point(LabModel model, double x, double y, boolean takeAway) {
    told = Optional.empty();
    List<Point> points = new ArrayList<>(points(model));
    if (!takeAway) points.add(new Point(x, y, 0));
    else points.stream().min(Comparator.comparingDouble(p -> OwnPoints.distance(model.data().get().schema(), p, x, y)))
        .ifPresent(points::remove);
    put(model, points);
  }

  private static List<Point> points(LabModel model) {
    if (model.experiment().get().data() instanceof Points own) return own.points();
    int train = model.data().get().train().size();
    return OwnPoints.of(model.data().get(),
        (int) Math.round(train * DataSpec.VALIDATION_SHARE / (1 - DataSpec.VALIDATION_SHARE)));
  }

  private void put(LabModel model, List<Point> points) {
    DataSpec before = model.experiment().get().data();
    model.editor().change(e ->
        e.withData(new Points(Task.REGRESSION, points, DataSpec.VALIDATION_SHARE, e.data().seed())));
    if (!(before instanceof Points))
      told = Optional.of(Words.count("uncertainty.edits.own", points.size()));
  }
}

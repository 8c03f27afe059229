package dropoutlab.figure.variant;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.catalogue.Views;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Evidence;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Query;
import dropoutlab.frame.RunState;
import dropoutlab.predict.query.Queries;
import dropoutlab.spec.Experiment;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A view of an experiment that was trained for some steps, with what was measured about it, for the tests of views.
public record TrainedView(Frame frame, DataSet data, Optional<Evidence> evidence) {
  /// The sizes at which a view is shown, and some at which it must only not fail.
  private static final List<int[]> SIZES = List.of(new int[] {808, 480}, new int[] {900, 600}, new int[] {600, 330},
      new int[] {240, 140},
      new int[] {40, 30});

  public static TrainedView of(Experiment experiment, int steps) {
    DataSet data = DataSets.load(experiment, Path.of(""));
    TrainingSession session = new TrainingSession(experiment, data);
    for (int step = 0; step < steps; step++) session.step();
    return of(session, data);
  }

  public static TrainedView of(TrainingSession session, DataSet data) {
    Frame frame = new FrameBuilder(session).present(1, new RunState.Paused(), 0);
    return new TrainedView(frame, data, Queries.answer(frame, data, new Query.OfMethods(0))
        .map(answer -> (Evidence) answer.result()));
  }

  public TrainedView unmeasured() { return new TrainedView(frame, data, Optional.empty()); }

  public VariantFigure figure(Look look) { return Views.figure(frame, data, evidence, look); }

  public static RecordingPen draw(Figure figure, double width, double height) {
    RecordingPen pen = new RecordingPen();
    figure.draw(pen, width, height, Theme.LIGHT);
    assertThat(pen.openClips).isZero();
    assertThat(pen.words()).noneMatch(word -> word.contains("NaN") || word.contains("null")
        || word.contains("Infinity"));
    return pen;
  }

  /// Draws every part of the view at all sizes, and asks everywhere what lies there.
  public void drawEverywhere() {
    for (Look.Parts parts : Look.Parts.values())
      for (int[] size : SIZES) {
        VariantFigure figure = figure(Look.print(1).withParts(parts));
        draw(figure, size[0], size[1]);
        for (double x = 1; x < size[0]; x += 29)
          for (double y = 1; y < size[1]; y += 23)
            figure.hit(x, y, size[0], size[1])
                .ifPresent(hit -> assertThat(hit.text()).doesNotContain("NaN").doesNotContain("null"));
      }
    assertThat(figure(Look.print(0)).describe().text()).isNotBlank();
  }

  /// No two texts stand on each other.
  public static void requireReadable(RecordingPen pen) {
    for (int i = 0; i < pen.texts.size(); i++)
      for (int j = i + 1; j < pen.texts.size(); j++) {
        RecordingPen.Text a = pen.texts.get(i), b = pen.texts.get(j);
        assertThat(a.overlaps(b)).as("%s over %s", a, b).isFalse();
      }
  }
}

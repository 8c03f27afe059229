package dropoutlab.figure.variant;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Phase;
import dropoutlab.frame.RunState;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Oracle: the values of the frame itself, multiplied by hand.
class MicroscopeFigureTest {
  private static Versus after(Phase phase) {
    Experiment experiment = ExperimentJson.read("""
        {"title": "t", "data": {"type": "generated", "set": "two-moons", "training": 16, "validation": 8},
         "network": {"hidden": [{"units": 6, "drop": 0.5}]},
         "beside": [{"name": "gaussian", "network": {"hidden": [{"units": 6, "drop": 0.5, "method": {"type": "gaussian"}}]}}],
         "training": {"batch": 8, "twin": false}}""", "test");
    DataSet data = DataSets.load(experiment, Path.of(""));
    TrainingSession session = new TrainingSession(experiment, data);
    while (session.halfStep() != phase);
    Frame frame = new FrameBuilder(session).present(1, new RunState.Paused(), 0);
    return Versus.of(frame);
  }

  private static RecordingPen drawn(MicroscopeFigure figure) {
    RecordingPen pen = new RecordingPen();
    figure.draw(pen, 290, figure.height(), Theme.LIGHT);
    return pen;
  }

  private static MicroscopeFigure at(Versus versus, int unit) {
    return new MicroscopeFigure(versus, Optional.of(new Look.Cell(0, unit)), 0, "hidden 1");
  }

  @Test void whatComesOutIsWhatWentInTimesTheFactor() {
    Versus versus = after(Phase.BACKWARD);
    for (Side side : versus.sides())
      for (int unit = 0; unit < 6; unit++) {
        Site.Reading read = Sites.of(versus, side).getFirst().read(0, unit);
        assertThat(read.after()).isCloseTo(read.before() * read.factor(), org.assertj.core.api.Assertions.within(1e-6));
        assertThat(read.gradientBefore()).isCloseTo(read.factor() * read.gradientAfter(), org.assertj.core.api.Assertions.within(1e-6));
      }
  }

  @Test void gradientsAreDashesUntilTheBackwardHalfStep() {
    assertThat(texts(at(after(Phase.MASK), 2))).filteredOn("–"::equals).hasSize(4);
    assertThat(texts(at(after(Phase.BACKWARD), 2))).filteredOn("–"::equals).isEmpty();
  }

  private static List<String> texts(MicroscopeFigure figure) { return drawn(figure).texts.stream().map(RecordingPen.Text::text).toList(); }

  @Test void nothingOverlapsAndNothingLeavesThePanel() {
    RecordingPen pen = drawn(at(after(Phase.BACKWARD), 1));
    for (int i = 0; i < pen.texts.size(); i++) {
      RecordingPen.Text text = pen.texts.get(i);
      assertThat(text.right()).isLessThanOrEqualTo(290);
      assertThat(text.left()).isGreaterThanOrEqualTo(0);
      for (RecordingPen.Text other : pen.texts.subList(i + 1, pen.texts.size()))
        assertThat(text.overlaps(other)).as(text.text() + " over " + other.text()).isFalse();
    }
  }

  @Test void itSaysWhereToPointAndReadsItselfAloud() {
    Versus versus = after(Phase.MASK);
    MicroscopeFigure empty = new MicroscopeFigure(versus, Optional.empty(), 0, "");
    assertThat(texts(empty)).anyMatch(text -> text.contains("point"));
    assertThat(at(versus, 1).describe().text()).contains("hidden 1").contains("A").contains("B");
    assertThat(at(versus, 99).describe().text()).as("a cell that is not there").isEqualTo(empty.describe().text());
  }
}

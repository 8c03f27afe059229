package dropoutlab.export.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.export.StartedData;
import dropoutlab.export.picture.Film;
import dropoutlab.export.picture.Page;
import dropoutlab.figure.plot.Measure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Phase;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Films whose axes and scales rest. Oracle: where the numbers at the axes stand in each frame.
class FilmsTest {
  private static Film film(String preset, int epochs, String figure, Animation.Over over, double from, double to,
      double every) {
    Experiment whole = Presets.load(preset);
    Experiment experiment = whole.withTraining(whole.training().withEpochs(epochs));
    DataSet data = StartedData.load(experiment, Path.of(""));
    Recipe recipe = new Recipe("x", new Subject.OfRun(experiment, Redraw.end(experiment, data), figure,
        Map.of("passes", "20")),
        Page.ofPixels(420, 300, 1, Theme.LIGHT), false, Optional.of(new Animation(over, from, to, every, 12, 2, true)));
    return Redraw.film(recipe, Path.of(""), ProgressMonitor.NOBODY);
  }

  /// The numbers at the left and the lower edge, with their places.
  private static Set<String> ticks(Film film, int frame, double above) {
    return Measure.of(film.sheet().apply(frame).figure(), 420, 300, Theme.LIGHT).placed().stream()
        .filter(each -> each.top() < above && each.text().matches("[−0-9.,e]+") && (each.right() < 60
        || each.bottom() > 270))
        .map(each -> each.text() + " at " + Math.round(each.left()) + ", " + Math.round(each.top()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @CsvSource({"two-moons, loss, EPOCHS, 1, 20, 19", "cubic-gap, learned, EPOCHS, 0, 20, 10",
      "cubic-gap, mc-band, EPOCHS, 0, 20, 10",
      "two-moons, mc-map-variance, EPOCHS, 0, 20, 10", "two-moons, learned-gap, EPOCHS, 1, 20, 19",
      "cubic-gap, mc-passes, PASSES, 2, 40, 19",
      "cubic-gap, loss, P, 0, 0.5, 0.25", "cubic-gap, convergence, PASSES, 5, 40, 35"})
  void axesRest(String preset, String figure, Animation.Over over, double from, double to, double every) {
    Film film = film(preset, 20, figure, over, from, to, every);
    // Below the histogram stand read-outs, which are to change.
    double above = figure.equals("mc-passes") ? 240 : 300;
    assertThat(ticks(film, 0, above)).isNotEmpty();
    for (int i = 1; i < film.frames(); i++) assertThat(ticks(film, i, above)).as("frame %d", i)
        .isEqualTo(ticks(film, 0, above));
  }

  /// The masks of batch 5 are those of a run that ends there.
  @Test void aBatchIsThatOfTheRun() {
    Film film = film("two-moons", 3, "masks", Animation.Over.BATCHES, 4, 6, 1);
    Experiment experiment = Presets.load("two-moons").withTraining(Presets.load("two-moons").training().withEpochs(3));
    DataSet data = StartedData.load(experiment, Path.of(""));
    try (Rerun run = new Rerun(experiment, data)) {
      run.to(new Subject.Moment(5, Phase.UPDATE, OptionalInt.empty()), ProgressMonitor.NOBODY);
      var figure = Redraw.figure(new Subject.OfRun(experiment, run.moment(), "masks", Map.of()), run.present(), data,
          ProgressMonitor.NOBODY);
      assertThat(film.sheet().apply(1).figure().table()).isEqualTo(figure.table());
    }
    // Going back is the same as going there first.
    assertThat(List.of(film.sheet().apply(2).figure().table(), film.sheet().apply(1).figure().table()))
        .isEqualTo(List.of(film.sheet().apply(2).figure().table(), film.sheet().apply(1).figure().table()));
  }
}

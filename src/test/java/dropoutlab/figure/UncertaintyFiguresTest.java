package dropoutlab.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.passes.ConvergenceFigure;
import dropoutlab.figure.passes.LineFigure;
import dropoutlab.figure.passes.MapsFigure;
import dropoutlab.figure.passes.PassesHistogram;
import dropoutlab.figure.passes.PassesStrip;
import dropoutlab.figure.passes.PlaneFigure.Quantity;
import dropoutlab.figure.passes.PlaneFigure;
import dropoutlab.figure.passes.RotationFigure;
import dropoutlab.figure.passes.VotersFigure;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.quality.CalibrationFigure;
import dropoutlab.figure.quality.CoverageFigure;
import dropoutlab.figure.quality.CritiqueFigure;
import dropoutlab.figure.quality.SeparationFigure;
import dropoutlab.figure.quality.SparsificationFigure;
import dropoutlab.frame.Convergence;
import dropoutlab.frame.Critique;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Method;
import dropoutlab.frame.Noise;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Quality;
import dropoutlab.frame.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Properties of every figure of uncertainty, for one pass, no spread, one class and no data too.
class UncertaintyFiguresTest {
  private static final Schema TWO = NetworkSamples.classes(2, "upper", "lower");
  private static final Schema FIVE = NetworkSamples.classes(2, "a", "b", "c", "d", "a class of a long name");
  private static final Schema ONE = NetworkSamples.classes(2, "only");
  private static final DataSet LINE = FindingSamples.line();
  private static final LineFigure.Options DRAGGED = new LineFigure.Options(true, true, true, true, true, true);
  private static final double[][] SIZES = {{1, 1}, {40, 30}, {60, 300}, {500, 40}, {133, 290}, {280, 200}, {420, 300},
      {900, 600}, {1400, 900}};

  private static Map<String, Figure> all() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    addLines(figures);
    addMaps(figures);
    addPoints(figures);
    figures.put("convergence", new ConvergenceFigure(FindingSamples.convergence(100), "CO₂, ppm"));
    figures.put("convergence of one pass", new ConvergenceFigure(FindingSamples.convergence(1), "y"));
    figures.put("no convergence",
        new ConvergenceFigure(new Convergence(List.of(), List.of(), List.of(), List.of(), List.of()), "y"));
    addQuality(figures);
    figures.put("rotation", new RotationFigure(FindingSamples.rotation(13)));
    figures.put("one turn", new RotationFigure(FindingSamples.rotation(1)));
    figures.put("no turn", new RotationFigure(FindingSamples.rotation(0)));
    figures.put("separation", new SeparationFigure(FindingSamples.foreign(50, 20)));
    figures.put("separation without glyphs", new SeparationFigure(FindingSamples.foreign(50, 0)));
    figures.put("no separation", new SeparationFigure(FindingSamples.foreign(0, 0)));
    figures.put("critique", new CritiqueFigure(FindingSamples.critique()));
    figures.put("no critique", new CritiqueFigure(new Critique(.1, Matrix.row(1), List.of(), List.of(), List.of())));
    return figures;
  }

  private static void addLines(Map<String, Figure> figures) {
    figures.put("line", new LineFigure(LINE, FindingSamples.line(3, 4, FindingSamples.rivals()), DRAGGED));
    figures.put("line without noise", new LineFigure(LINE, FindingSamples.line(3, 0, List.of()), DRAGGED));
    figures.put("line without spread", new LineFigure(LINE, FindingSamples.line(0, 0, List.of()), DRAGGED));
    figures.put("bare line", new LineFigure(LINE, FindingSamples.line(3, 4, FindingSamples.rivals()),
        new LineFigure.Options(false, false, false, false, false, false)));
    figures.put("line that runs away", new LineFigure(LINE, FindingSamples.line(1e30, 1e30, List.of()), DRAGGED));
    figures.put("line that is no number",
        new LineFigure(LINE, FindingSamples.line(Double.NaN, Double.NaN, List.of()), DRAGGED));
    Matrix none = Matrix.EMPTY;
    figures.put("no line", new LineFigure(LINE,
        new Result.Line(0, true, none, none, none, none, Noise.of(0), none, none, 0, 30, List.of(), Optional.empty()),
        DRAGGED));
  }

  private static void addMaps(Map<String, Figure> figures) {
    DataSet two = FindingSamples.plane(TWO);
    Result.Plane plane = FindingSamples.plane(Optional.of(FindingSamples.plane(Optional.empty())));
    for (Quantity quantity : Quantity.values()) {
      figures.put("map " + quantity, quantity == Quantity.ENTROPY ? PlaneFigure.ofEnsemble(two, plane, quantity)
          : new PlaneFigure(two, plane, quantity));
      figures.put("map alone " + quantity, PlaneFigure.alone(two, plane, quantity));
    }
    figures.put("maps", new MapsFigure(two, plane));
    DataSet surface = NetworkSamples.points(NetworkSamples.regression(2, "y (m)", 0, 1), 9);
    figures.put("maps of a surface", new MapsFigure(surface, FindingSamples.surface()));
    Matrix zero = FindingSamples.all(8, 0);
    figures.put("flat maps", new MapsFigure(two, new Result.Plane(1, FindingSamples.WINDOW, 4, 2, plane.mean(), zero,
        zero, zero, Optional.empty(), Optional.empty())));
    Matrix five = Matrix.generate(8, 5, (r, c) -> r % 5 == c ? .6f : .1f);
    figures.put("maps of five", new MapsFigure(FindingSamples.plane(FIVE), new Result.Plane(1, FindingSamples.WINDOW,
        4, 2, five, zero, zero, zero, Optional.empty(), Optional.empty())));
  }

  private static void addPoints(Map<String, Figure> figures) {
    for (int passes : new int[] {1, 2, 1000}) {
      PointPasses value = FindingSamples.value(passes, 20);
      figures.put("histogram of " + passes, new PassesHistogram(value, LINE.schema()));
      figures.put("histogram of classes, " + passes, new PassesHistogram(FindingSamples.classes(passes, 2), TWO));
      figures.put("strip of " + passes,
          new PassesStrip(FindingSamples.known(FindingSamples.classes(passes, 5), 4), FIVE));
      figures.put("histogram of a known example, " + passes,
          new PassesHistogram(FindingSamples.known(value, 19), LINE.schema()));
    }
    figures.put("strip of one class", new PassesStrip(FindingSamples.classes(9, 1), ONE));
    figures.put("voters", new VotersFigure(FindingSamples.classes(10, 5), FIVE, Optional.empty()));
    figures.put("voters with edges",
        new VotersFigure(FindingSamples.value(10, 20), LINE.schema(), Optional.of(FindingSamples.weights())));
    PointPasses sure = FindingSamples.value(1, 20);
    figures.put("no voters", new VotersFigure(new PointPasses(sure.at(), Optional.empty(), sure.values(), sure.deterministic(),
        Optional.empty(), 0, 0, sure.convergence(), List.of()), LINE.schema(), Optional.empty()));
    Matrix wide = Matrix.generate(1, 900, (_, u) -> u % 3);
    PointPasses.Voter voter = new PointPasses.Voter(0, 0, .5, List.of(wide, wide, Matrix.EMPTY));
    PointPasses many = new PointPasses(sure.at(), Optional.empty(), sure.values(), sure.deterministic(), Optional.empty(), 0, 0,
        sure.convergence(), List.of(voter));
    figures.put("voters of wide layers", new VotersFigure(many, LINE.schema(), Optional.empty()));
  }

  private static void addQuality(Map<String, Figure> figures) {
    figures.put("calibration", new CalibrationFigure(FindingSamples.reliability()));
    figures.put("coverage", new CoverageFigure(FindingSamples.coverage(), "CO₂, ppm"));
    figures.put("sparsification", new SparsificationFigure(FindingSamples.sparsification(), "RMSE of CO₂, ppm"));
    figures.put("no calibration", new CalibrationFigure(List.of()));
    figures.put("no coverage", new CoverageFigure(List.of(), "y"));
    figures.put("no sparsification", new SparsificationFigure(List.of(), "share wrong"));
    List<Quality.Sparsification> perfect = List.of(new Quality.Sparsification(Method.MC_DROPOUT,
        List.of(new Quality.Left(0, 0, 0, 0, 0)), 0));
    figures.put("sparsification without a mistake", new SparsificationFigure(perfect, "share wrong"));
  }

  private static RecordingPen drawn(Figure figure, double width, double height) {
    RecordingPen pen = new RecordingPen();
    figure.draw(pen, width, height, Theme.DARK);
    assertThat(pen.openClips).isZero();
    return pen;
  }

  /// The recording pen refuses numbers that are not finite.
  @Test void everyFigureDrawsAtEverySize() {
    all().forEach((name, figure) -> {
      for (double[] size : SIZES) {
        drawn(figure, size[0], size[1]);
        for (double x = 0; x < size[0]; x += 7) figure.hit(x, size[1] * x / size[0], size[0], size[1]);
      }
    });
  }

  @Test void wordsNeitherOverlapNorLeaveTheFigure() {
    List<String> faults = new ArrayList<>();
    all().forEach((name, figure) -> {
      for (double[] size : new double[][] {{280, 200}, {420, 300}, {900, 600}, {1400, 900}}) {
        List<RecordingPen.Text> texts = drawn(figure, size[0], size[1]).texts;
        for (RecordingPen.Text text : texts) {
          String where = name + " at " + (int) size[0] + ": " + text.text();
          // The pen of the tests measures letters wider than they are.
          boolean outside = text.left() < -.1 * text.width() || text.right() > size[0] + .1 * text.width()
              || text.baseline() < 0 || text.baseline() > size[1];
          if (outside) faults.add(where + " is outside");
          for (RecordingPen.Text other : texts)
            if (other != text && text.overlaps(other)) faults.add(where + " lies on " + other.text());
        }
      }
    });
    assertThat(faults).isEmpty();
  }

  @Test void theSameFigureIsDrawnTwice() {
    all().forEach((name, figure) ->
        assertThat(drawn(figure, 420, 300).discs).as(name).isEqualTo(drawn(figure, 420, 300).discs));
  }
}

package dropoutlab.figure.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.Spoken;
import dropoutlab.figure.learned.DecisionFigure;
import dropoutlab.figure.passes.LineFigure;
import dropoutlab.figure.passes.MapsFigure;
import dropoutlab.figure.passes.PassesHistogram;
import dropoutlab.figure.passes.PassesStrip;
import dropoutlab.figure.plot.CurveFigure;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Answer;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Query;
import dropoutlab.frame.RunState;
import dropoutlab.frame.Sampling;
import dropoutlab.predict.query.Queries;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Presets;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every figure of the catalogue on every preset, and on networks with every kind of layer. Oracle: a figure either does
/// not fit, and says so, or can be drawn of the answer to its own query.
class FigureKindTest {
  /// What these say, tests of their own check.
  private static final Set<FigureKind> MUTE = EnumSet.of(FigureKind.VARIANT, FigureKind.EQUATIONS);

  /// After one step.
  private record Known(Frame frame, DataSet data) {
    static Known of(Experiment experiment) {
      DataSet data = DataSets.load(experiment, Path.of(""));
      TrainingSession session = new TrainingSession(experiment, data);
      session.step();
      return new Known(new FrameBuilder(session).present(1, new RunState.Paused(), 0), data);
    }

    Optional<Figure> draw(FigureKind kind) {
      return switch (kind.source()) {
        case Source.OfFrame(var draw) -> Optional.of(draw.apply(frame, on()));
        case Source.OfExample(var draw) -> Optional.of(draw.apply(data, 1));
        case Source.OfMethods(var draw) -> Optional.of(draw.of(frame, Optional.empty(), on()));
        case Source.OfCritique _, Source.OfSeeds _ -> Optional.empty();
        case Source.OfAnswer _ -> Queries.answer(frame, data, query(kind)).flatMap(a -> kind.of(a.result(), on()));
      };
    }

    Query query(FigureKind kind) {
      return kind.query(Asked.of(data, new Sampling(5, true, OptionalDouble.empty()), 6, 1));
    }

    Drawing on() { return Drawing.print(data, frame.experiment(), 1); }
  }

  static List<Experiment> all() throws IOException, URISyntaxException {
    Path bodies = Path.of(FigureKindTest.class.getResource("/determinism").toURI());
    try (Stream<Path> files = Files.list(bodies)) {
      List<Experiment> all = new java.util.ArrayList<>(Presets.names().stream().map(Presets::load).toList());
      for (Path each : files.sorted().toList())
        all.add(ExperimentJson.read(Files.readString(each), each.getFileName().toString()));
      return all;
    }
  }

  private static RecordingPen drawn(Figure figure) {
    RecordingPen pen = new RecordingPen();
    figure.draw(pen, 500, 400, Theme.LIGHT);
    return pen;
  }

  @ParameterizedTest @MethodSource("all") void everyFigureSaysThatItDoesNotFitOrIsDrawn(Experiment experiment) {
    Known known = Known.of(experiment);
    for (FigureKind kind : FigureKind.values()) {
      String name = experiment.title() + ", " + kind.id();
      Optional<String> misfit = kind.misfit(known.frame, known.data);
      misfit.ifPresent(said -> assertThat(said).as(name).startsWith("The figure " + kind.id() + " ").endsWith("."));
      if (misfit.isPresent() || kind.source() instanceof Source.OfCritique
          || kind.source() instanceof Source.OfSeeds) continue;
      assertThat(known.draw(kind)).as(name).isPresent();
      Figure figure = known.draw(kind).get();
      drawn(figure);
      if (!MUTE.contains(kind)) Spoken.check(name, figure);
      if (kind.source() instanceof Source.OfAnswer)
        kind.ground(known.on()).ifPresent(ground -> {
          assertThat(drawn(ground).words()).as(name).allMatch(word -> !word.contains("NaN") && !word.contains("null"));
          Spoken.check(name + ", awaited", WaitingFigure.on(ground, "the first passes are being taken"));
        });
    }
  }

  /// The same answer gives nothing to a figure of another side of the data.
  @Test void aResultIsNotDrawnAsWhatItIsNot() {
    Known line = Known.of(Presets.load("noisy-line")), moons = Known.of(Presets.load("two-moons"));
    Answer band = Queries.answer(line.frame, line.data, line.query(FigureKind.MC_BAND)).orElseThrow();
    assertThat(Arrays.stream(FigureKind.values()).filter(kind -> kind.source() instanceof Source.OfAnswer)
        .filter(kind -> kind.of(band.result(), line.on()).isPresent())).containsExactly(FigureKind.MC, FigureKind.MC_BAND);
    assertThat(FigureKind.LEARNED_TWIN.misfit(line.frame, line.data).orElseThrow())
        .contains("shows network and twin together");
    assertThat(FigureKind.LEARNED_GAP.misfit(moons.frame, moons.data)).isEmpty();
  }

  @Test void whatFitsTheDataIsChosen() {
    assertThat(drawnAs("noisy-line", FigureKind.MC)).isInstanceOf(LineFigure.class);
    assertThat(drawnAs("two-moons", FigureKind.MC)).isInstanceOf(MapsFigure.class);
    assertThat(drawnAs("digits", FigureKind.MC)).isInstanceOf(PassesStrip.class);
    assertThat(drawnAs("two-moons", FigureKind.MC_PASSES)).isInstanceOf(PassesHistogram.class);
    assertThat(drawnAs("noisy-line", FigureKind.LEARNED)).isInstanceOf(CurveFigure.class);
    assertThat(drawnAs("two-moons", FigureKind.LEARNED_TWIN)).isInstanceOf(DecisionFigure.class);
  }

  private static Figure drawnAs(String preset, FigureKind kind) {
    return Known.of(Presets.load(preset)).draw(kind).orElseThrow();
  }

  @Test void eachHasANameOfItsOwnByWhichItIsFound() {
    assertThat(FigureKind.values()).extracting(FigureKind::id).doesNotHaveDuplicates();
    for (FigureKind kind : FigureKind.values()) {
      assertThat(FigureKind.named(kind.id())).contains(kind);
      assertThat(kind.description()).isNotBlank();
    }
    assertThat(FigureKind.named("los")).isEmpty();
  }
}

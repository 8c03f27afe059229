package dropoutlab.predict;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Noise;
import dropoutlab.frame.NoiseSource;
import dropoutlab.frame.Portrait;
import dropoutlab.frame.PortraitRequest;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.frame.RunState;
import dropoutlab.frame.Sampling;
import dropoutlab.frame.Uncertainty;
import dropoutlab.predict.query.Effort;
import dropoutlab.predict.query.Inquiries;
import dropoutlab.predict.query.Portraits;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Drafts of portraits and answers. Oracles: the whole answer that is asked for without any drafts, and that of a
/// question which asks for so little by itself.
class DraftsTest {
  private static final ProgressMonitor GONE = new ProgressMonitor() {
    @Override public boolean abandoned() { return true; }

    @Override public void done(double share) {}
  };

  /// Returns a frame of a preset after one step, and its data.
  private record Known(Frame frame, DataSet data) {
    static Known of(String preset) {
      Experiment experiment = Presets.load(preset);
      DataSet data = DataSets.load(experiment, Path.of(""));
      TrainingSession session = new TrainingSession(experiment, data);
      session.step();
      return new Known(new FrameBuilder(session).present(1, new RunState.Paused(), 0), data);
    }
  }

  private static PortraitRequest request(Known known, int passes) {
    List<Double> probe = known.data.schema().inputs().size() == 1 ? List.of(0.5) : List.of(0.5, 0.5);
    return new PortraitRequest(true, passes, true, 30, Optional.of(probe), 3);
  }

  @ParameterizedTest @ValueSource(strings = {"two-moons", "noisy-line", "digits", "co2"})
  void theWholePortraitIsTheSameWithDraftsBeforeItAndWithout(String preset) {
    Known known = Known.of(preset);
    PortraitRequest request = request(known, 120);
    Portraits portraits = new Portraits(known.data);
    for (Effort effort : Effort.values()) {
      Optional<Portrait> portrait = portraits.paint(known.frame, request, effort, ProgressMonitor.NOBODY);
      portrait.ifPresent(found -> assertThat(found.draft()).isEqualTo(effort.isDraft()));
      assertThat(portrait.isPresent()).isEqualTo(effort != Effort.STUDY);
    }
    assertThat(portraits.paint(known.frame, request)).isEqualTo(new Portraits(known.data).paint(known.frame, request));
  }

  @Test void aGlanceTakesFewPassesOverACoarseGrid() {
    Known known = Known.of("two-moons");
    Portrait glance = new Portraits(known.data).paint(known.frame, request(known, 100), Effort.GLANCE, ProgressMonitor.NOBODY)
        .orElseThrow();
    Uncertainty.Maps maps = (Uncertainty.Maps) glance.uncertainty().orElseThrow();
    assertThat(maps.passes()).isEqualTo(6);
    assertThat(maps.sd().rows()).isEqualTo(16 * 16);
    assertThat(((Learned.DecisionMap) glance.learned()).network().rows()).isEqualTo(16 * 16);
    assertThat(glance.probe().orElseThrow().values().rows()).isEqualTo(6);
    PortraitRequest asSmall = request(known, 6).withCells(16);
    assertThat(glance.uncertainty()).isEqualTo(new Portraits(known.data).paint(known.frame, asSmall).uncertainty());
  }

  @Test void aGlanceAtALineTellsNoNoise() {
    Known known = Known.of("noisy-line");
    Uncertainty.Band band = (Uncertainty.Band) new Portraits(known.data)
        .paint(known.frame, request(known, 100), Effort.GLANCE, ProgressMonitor.NOBODY).orElseThrow().uncertainty().orElseThrow();
    assertThat(band.noise()).isEqualTo(Noise.UNTOLD);
    Uncertainty.Band sketch = (Uncertainty.Band) new Portraits(known.data)
        .paint(known.frame, request(known, 1000), Effort.SKETCH, ProgressMonitor.NOBODY).orElseThrow().uncertainty()
        .orElseThrow();
    assertThat(sketch.passes()).isEqualTo(24);
    assertThat(sketch.noise().sd()).isPositive();
  }

  @Test void fewPassesNeedNoDraftAndWhatNobodyWantsIsGivenUp() {
    Known known = Known.of("two-moons");
    Portraits portraits = new Portraits(known.data);
    assertThat(portraits.paint(known.frame, request(known, 23), Effort.GLANCE, ProgressMonitor.NOBODY)).isEmpty();
    assertThat(portraits.paint(known.frame, request(known, 24), Effort.GLANCE, ProgressMonitor.NOBODY)).isPresent();
    assertThat(portraits.paint(known.frame, request(known, 95), Effort.SKETCH, ProgressMonitor.NOBODY)).isEmpty();
    assertThat(portraits.paint(known.frame, request(known, 30), Effort.FULL, GONE)).isEmpty();
  }

  private static Sampling sampling(int passes) { return new Sampling(passes, true, OptionalDouble.empty()); }

  private static List<Query> questions(Known known, int passes) {
    Sampling sampling = sampling(passes);
    NoiseSource noise = new NoiseSource.Fitted();
    Matrix inputs = Matrix.generate(1, known.data.schema().inputs().size(), (_, _) -> 0.5f);
    return List.of(new Query.Line(sampling, noise, 10, Optional.of(0.5), Optional.empty(), true),
        new Query.Plane(sampling, 20, Optional.of(List.of(0.5, 0.5)), Optional.empty()),
        new Query.Point(sampling, noise, inputs, Optional.empty()), new Query.Rotation(sampling, 1, 3),
        new Query.Foreign(sampling), new Query.Quality(sampling, noise, Optional.empty(), true));
  }

  @ParameterizedTest @ValueSource(strings = {"two-moons", "noisy-line", "digits"})
  void theWholeAnswerIsTheSameWithDraftsBeforeItAndWithout(String preset) {
    Known known = Known.of(preset);
    Inquiries inquiries = new Inquiries(known.data);
    for (Query question : questions(known, 40)) {
      Optional<Result> alone = new Inquiries(known.data).answer(known.frame, question, ProgressMonitor.NOBODY);
      Optional<Result> draft = inquiries.answer(known.frame, question, Effort.GLANCE, ProgressMonitor.NOBODY);
      assertThat(draft.isPresent()).isEqualTo(alone.isPresent());
      assertThat(draft.map(DraftsTest::passes)).isEqualTo(alone.map(_ -> 6));
      assertThat(inquiries.answer(known.frame, question, Effort.FULL, ProgressMonitor.NOBODY)).isEqualTo(alone);
      assertThat(inquiries.answer(known.frame, question, Effort.SKETCH, ProgressMonitor.NOBODY)).isEmpty();
    }
  }

  private static int passes(Result finding) {
    return switch (finding) {
      case Result.Line line -> line.passes();
      case Result.Plane plane -> plane.passes();
      case Result.Point point -> point.passes().values().rows();
      case Result.Rotation rotation -> rotation.passes();
      case Result.Foreign foreign -> foreign.passes();
      case Result.QualityReport report -> report.passes();
    };
  }
}

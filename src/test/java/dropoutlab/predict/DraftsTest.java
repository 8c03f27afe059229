package dropoutlab.predict;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Answer;
import dropoutlab.frame.Evidence;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Noise;
import dropoutlab.frame.NoiseSource;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.frame.RunState;
import dropoutlab.frame.Sampling;
import dropoutlab.predict.query.Effort;
import dropoutlab.predict.query.Queries;
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

/// Drafts of answers. Oracles: the whole answer that is asked for without any drafts, and that of a
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

  private static Result whole(Known known, Query query, Effort effort) {
    return Queries.answer(known.frame, known.data, query, effort, ProgressMonitor.NOBODY).orElseThrow().result();
  }

  @Test void aGlanceTakesFewPassesOverACoarseGrid() {
    Known known = Known.of("two-moons");
    Query.Plane asked = new Query.Plane(sampling(100), 30, Optional.of(List.of(0.5, 0.5)), Optional.empty());
    Result.Plane glance = (Result.Plane) whole(known, asked, Effort.GLANCE);
    assertThat(glance.passes()).isEqualTo(6);
    assertThat(glance.variance().rows()).isEqualTo(16 * 16);
    assertThat(glance.probe().orElseThrow().values().rows()).isEqualTo(6);
    assertThat(glance).isEqualTo(whole(known, asked.with(q -> q.sampling(sampling(6)).cells(16)), Effort.FULL));
  }

  /// What takes no passes is glanced at over a coarse grid, then computed whole.
  @ParameterizedTest @ValueSource(strings = {"two-moons", "noisy-line", "digits", "co2"})
  void whatWasLearnedHasOneDraft(String preset) {
    Known known = Known.of(preset);
    for (Effort effort : Effort.values()) {
      Optional<Answer> answer =
          Queries.answer(known.frame, known.data, new Query.Learned(30), effort, ProgressMonitor.NOBODY);
      assertThat(answer.isPresent()).isEqualTo(effort == Effort.GLANCE || effort == Effort.FULL);
      answer.ifPresent(found -> assertThat(found.draft()).isEqualTo(effort.isDraft()));
    }
    Query.Learned small = new Query.Learned(16);
    if (!preset.equals("digits"))
      assertThat(whole(known, new Query.Learned(30), Effort.GLANCE)).isEqualTo(whole(known, small, Effort.FULL));
  }

  @Test void aGlanceAtALineTellsNoNoise() {
    Known known = Known.of("noisy-line");
    Query.Line asked = new Query.Line(sampling(1000), new NoiseSource.Fitted(), 10, Optional.of(0.5), Optional.empty(),
        false);
    assertThat(((Result.Line) whole(known, asked, Effort.GLANCE)).noise()).isEqualTo(Noise.UNTOLD);
    Result.Line sketch = (Result.Line) whole(known, asked, Effort.SKETCH);
    assertThat(sketch.passes()).isEqualTo(24);
    assertThat(sketch.noise().sd()).isPositive();
    assertThat(sketch.aleatoricSd().min()).isPositive();
  }

  @Test void fewPassesNeedNoDraftAndWhatNobodyWantsIsGivenUp() {
    Known known = Known.of("two-moons");
    assertThat(plane(known, 23, Effort.GLANCE, ProgressMonitor.NOBODY)).isEmpty();
    assertThat(plane(known, 24, Effort.GLANCE, ProgressMonitor.NOBODY)).isPresent();
    assertThat(plane(known, 95, Effort.SKETCH, ProgressMonitor.NOBODY)).isEmpty();
    assertThat(plane(known, 30, Effort.FULL, GONE)).isEmpty();
  }

  private static Optional<Answer> plane(Known known, int passes, Effort effort, ProgressMonitor monitor) {
    Query asked = new Query.Plane(sampling(passes), 30, Optional.empty(), Optional.empty());
    return Queries.answer(known.frame, known.data, asked, effort, monitor);
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
    for (Query query : questions(known, 40)) {
      Optional<Answer> alone = Queries.answer(known.frame, known.data, query);
      Optional<Answer> draft = Queries.answer(known.frame, known.data, query, Effort.GLANCE, ProgressMonitor.NOBODY);
      assertThat(draft.isPresent()).isEqualTo(alone.isPresent());
      assertThat(draft.map(DraftsTest::passes)).isEqualTo(alone.map(_ -> 6));
      draft.ifPresent(found -> assertThat(found.draft()).isTrue());
      assertThat(Queries.answer(known.frame, known.data, query)).isEqualTo(alone);
      assertThat(Queries.answer(known.frame, known.data, query, Effort.SKETCH, ProgressMonitor.NOBODY)).isEmpty();
    }
  }

  private static int passes(Answer answer) {
    return switch (answer.result()) {
      case Learned _, Evidence _ -> throw new AssertionError("It takes no passes.");
      case Result.Line line -> line.passes();
      case Result.Plane plane -> plane.passes();
      case Result.Point point -> point.passes().values().rows();
      case Result.Rotation rotation -> rotation.passes();
      case Result.Foreign foreign -> foreign.passes();
      case Result.QualityReport report -> report.passes();
    };
  }
}

package dropoutlab.export.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.claim.Bench;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.figure.RecordingPen.Text;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.catalogue.Asked;
import dropoutlab.figure.catalogue.BenchFigures;
import dropoutlab.figure.catalogue.Drawing;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.catalogue.Source;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.Answer;
import dropoutlab.frame.Evidence;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Query;
import dropoutlab.frame.Replicates;
import dropoutlab.frame.RunState;
import dropoutlab.frame.Sampling;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.predict.query.Queries;
import dropoutlab.run.CriticsBench;
import dropoutlab.run.SecondCore;
import dropoutlab.run.SeedRuns;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every figure of the catalogue, of every kind of network and data, and every bench, on the page of every purpose with
/// a caption. Oracle: where the texts are drawn that the test's own pen records.
class SheetsOfCatalogueTest {
  private static final String CAPTION = "Few noisy moons: 64 examples, noise 0.33, seed 7. Network 2-16-16-1, ReLU, p = 0.30 on "
      + "both hidden layers; its twin has p = 0, the same first weights and batches. Adam 0.008, batches of 16, 400 epochs.";
  private static final int EXAMPLE = 1;

  private static void requireRoom(String name, Figure figure) {
    for (Purpose purpose : List.of(Purpose.SLIDE_WIDE, Purpose.SLIDE, Purpose.PAPER, Purpose.POSTER)) {
      Page page = Page.of(purpose);
      Sheet sheet = new Sheet(figure, page, purpose == Purpose.PAPER ? "" : CAPTION, "");
      RecordingPen pen = new RecordingPen();
      sheet.draw(pen);
      String where = name + " on " + purpose.id();
      assertThat(sheet.wordsPt()).as(where).isGreaterThan(.4 * page.wordsPt());
      requireRoom(where, pen.texts.stream().filter(text -> !text.text().isBlank()).toList(), sheet.width(),
          sheet.height());
    }
  }

  private static void requireRoom(String where, List<Text> texts, double width, double height) {
    for (int i = 0; i < texts.size(); i++) {
      Text text = texts.get(i);
      boolean inside = text.left() >= 0 && text.top() >= 0 && text.right() <= width && text.bottom() <= height;
      assertThat(inside).as("%s: %s leaves %s x %s", where, text, width, height).isTrue();
      for (Text other : texts.subList(0, i)) {
        double wide = Math.min(text.right(), other.right()) - Math.max(text.left(), other.left());
        double high = Math.min(text.bottom(), other.bottom()) - Math.max(text.top(), other.top());
        assertThat(Math.min(wide, high)).as("%s: %s and %s", where, text, other).isLessThan(.2);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-moons", "digits", "cubic-gap", "co2", "noisy-line", "standard", "gaussian", "alpha",
      "concrete",
      "drop-connect", "targeted-weights", "spatial", "drop-block", "per-step", "gru", "adding", "stacked",
          "stochastic-depth",
      "layer-drop", "embedding", "attention", "pre-norm", "batch-norm", "max-norm", "l1", "early-stopping",
          "label-smoothing",
      "mixup", "cutout"})
  void noTextLeavesItsPageOrRunsIntoAnother(String preset) {
    Experiment experiment = Presets.load(preset);
    DataSet data = DataSets.load(experiment, Path.of(""));
    TrainingSession session = new TrainingSession(experiment, data);
    while (session.progress().epoch() < 2 && session.history().size() < 3) session.step();
    Frame frame = new FrameBuilder(session).present(1, new RunState.Paused(), 0);
    for (FigureKind kind : FigureKind.values())
      if (kind.misfit(frame, data).isEmpty() && !(kind.source() instanceof Source.OfCritique)
          && !(kind.source() instanceof Source.OfSeeds)) requireRoom(preset + ", " + kind.id(), draw(kind, frame,
              data));
  }

  private static Figure draw(FigureKind kind, Frame frame, DataSet data) {
    Drawing on = Drawing.print(data, frame.experiment(), EXAMPLE);
    Asked asked = Asked.of(data, new Sampling(20, true, OptionalDouble.empty()), 10, EXAMPLE);
    return switch (kind.source()) {
      case Source.OfFrame(var draw) -> draw.apply(frame, on);
      case Source.OfExample(var draw) -> draw.apply(data, EXAMPLE);
      case Source.OfMethods(var draw) -> draw.of(frame, Queries.answer(frame, data, new Query.OfMethods(EXAMPLE))
          .map(Answer::result).map(Evidence.class::cast), on);
      case Source.OfAnswer _ -> Queries.answer(frame, data, kind.query(asked)).flatMap(a -> kind.of(a.result(), on))
          .orElseThrow();
      case Source.OfCritique _, Source.OfSeeds _ -> throw new IllegalArgumentException(kind.id());
    };
  }

  static List<Bench> benches() { return Benches.all(); }

  @ParameterizedTest @MethodSource("benches") void noTextOfABenchDoes(Bench bench) {
    requireRoom(bench.id(), BenchFigures.of(bench.find(bench.defaults(), ProgressMonitor.NOBODY).picture(),
        Showing.PRINT));
  }

  @Test void noTextOfSeedsAndCriticsDoes() {
    Experiment experiment = Presets.load("two-moons").with(each -> each.training(each.training().withEpochs(2)));
    DataSet data = DataSets.load(experiment, Path.of(""));
    Replicates[] all = {SeedRuns.ready(experiment)};
    try (SecondCore core = new SecondCore()) {
      new SeedRuns(experiment, seeded -> DataSets.load(seeded, Path.of("")), core).train(1, 5, ProgressMonitor.NOBODY,
          next -> all[0] = all[0].with(next));
    }
    for (FigureKind kind : FigureKind.values())
      switch (kind.source()) {
        case Source.OfSeeds(var draw) -> requireRoom("seeds", draw.apply(all[0], Drawing.print(data, experiment, 0)));
        case Source.OfCritique(var draw) -> requireRoom("critique",
            draw.apply(CriticsBench.measure(CriticsBench.Request.standard(), ProgressMonitor.NOBODY)));
        case Source.OfFrame _, Source.OfAnswer _, Source.OfMethods _, Source.OfExample _ -> { }
      }
  }
}

package dropoutlab.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.export.Model;
import dropoutlab.export.picture.PictureFiles;
import dropoutlab.figure.learned.LossFigure;
import dropoutlab.figure.network.MaskFigure;
import dropoutlab.figure.network.NetworkFigure;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.McDropout;
import dropoutlab.predict.Predictor;
import dropoutlab.predict.query.Queries;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.Task;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A frame as one of the networks that learn side by side sees it. Oracle: the same network in a run of its own, which
/// draws no masks, since those follow from the place in the list.
class SeenFromTest {
  private static final String PLAIN = """
      {"data": {"set": "%s", "training": 60, "validation": 30},
       "network": {"hidden": [{"units": 6, "drop": 0.3}, {"units": 6, "drop": 0.3}]},
       "training": {"epochs": 3, "batch": 16},
       "beside": [{"name": "A"}, {"name": "B b", "network": {"hidden": [{"units": 5, "activation": "tanh"}]},
                   "optimiser": {"type": "sgd", "learningRate": 0.1}, "regulariser": {"l2": 0.001}}]}""";

  @TempDir private Path folder;

  private static TrainingSession trained(Experiment experiment) {
    TrainingSession session = new TrainingSession(experiment, DataSets.load(experiment, Path.of("")));
    while (session.progress().epoch() < experiment.training().epochs() && !session.finished()) session.step();
    return session;
  }

  private static Frame frame(TrainingSession session) {
    return new FrameBuilder(session).present(1, new RunState.Paused(), 0);
  }

  /// Records of epochs are compared row by row.
  private static Frame bare(Frame frame) {
    return frame.with(f -> f.history(null).networks(frame.networks().stream().map(each -> new NetworkState(each.name(),
        each.inForce(), each.weights(), Rates.EMPTY, each.view(), each.failure())).toList()));
  }

  private static List<Float> rates(Frame frame) {
    Rates rates = frame.rates(Beside.OWN);
    List<Float> all = new ArrayList<>();
    for (int row = 0; row < rates.size(); row++)
      for (int rate = 0; rate < rates.count(); rate++) all.add(rates.p(rate, row));
    return all;
  }

  private static Experiment read(String json) { return ExperimentJson.read(json, "x.json"); }

  @ParameterizedTest
  @ValueSource(strings = {"two-moons", "noisy-line", "digits"})
  void itIsTheFrameOfThatNetworkAlone(String set) throws IOException {
    Experiment experiment = read(PLAIN.formatted(set));
    TrainingSession session = trained(experiment), alone = trained(experiment.seenFrom("B b"));
    Frame seen = frame(session).seenFrom("B b"), own = frame(alone);
    assertThat(bare(seen)).isEqualTo(bare(own));
    assertThat(rates(seen)).isEqualTo(rates(own)).isNotEmpty();
    assertThat(rows(seen.history())).isEqualTo(rows(own.history()));
    DataSet data = session.data();
    for (Query query : queries(data))
      assertThat(Queries.answer(seen, data, query)).as("%s", query)
          .isEqualTo(Queries.answer(own, data, query));
    List<Figure> ours = figures(seen, data), theirs = figures(own, data);
    for (int i = 0; i < ours.size(); i++) assertThat(drawn(ours.get(i))).isEqualTo(drawn(theirs.get(i)));
    assertThat(Model.of(seen, data)).isEqualTo(Model.of(own, data));
  }

  private static List<Query> queries(DataSet data) {
    Sampling sampling = new Sampling(7, true, OptionalDouble.empty());
    NoiseSource noise = new NoiseSource.Fitted();
    var x = data.shown().x();
    Matrix point = Matrix.generate(1, x.cols(), (_, c) -> data.schema().inputScaling().toRaw(c, x.at(0, c)));
    return List.of(new Query.Line(sampling, noise, 12, Optional.of(0.1), Optional.empty(), true),
        new Query.Plane(sampling, 9, Optional.of(List.of(0.1, 0.2)), Optional.empty()),
        new Query.Point(sampling, noise, point, Optional.empty()), new Query.Rotation(sampling, 1, 4),
        new Query.Quality(sampling, noise, Optional.empty(), data.schema().task() == Task.REGRESSION));
  }

  private static List<Figure> figures(Frame frame, DataSet data) {
    return List.of(new NetworkFigure(frame.network(), data.schema(), 2, NetworkFigure.Options.PLAIN),
        new MaskFigure(frame.network(), 2),
        new LossFigure(frame.history(), new LossFigure.Options(true, OptionalInt.empty(), "", 3)));
  }

  private String drawn(Figure figure) throws IOException {
    Path file = folder.resolve("figure.svg");
    PictureFiles.write(figure, Theme.LIGHT, 500, 300, 1, file);
    return Files.readString(file);
  }

  private static List<List<Float>> rows(History history) {
    List<List<Float>> rows = new ArrayList<>();
    for (int row = 0; row < history.size(); row++) {
      List<Float> values = new ArrayList<>();
      for (int column = 0; column < history.curves().size(); column++) values.add(history.value(column, row));
      rows.add(values);
    }
    return rows;
  }

  /// Oracle: a predictor of the network's own weights.
  @Test void passesAreThoseOfItsWeightsAndRates() {
    TrainingSession session = trained(read(PLAIN.formatted("two-moons")));
    Frame frame = frame(session);
    NetworkState state = frame.network("A").orElseThrow();
    var schema = session.data().schema();
    var x = session.data().validation().x();
    Predictor its = new Predictor(schema, state.inForce(), state.weights(), frame.experiment().seed());
    Matrix expected = McDropout.predict(its, x, 20, true).mean();
    assertThat(McDropout.predict(Predictor.of(frame.seenFrom("A"), schema), x, 20, true).mean()).isEqualTo(expected)
        .isNotEqualTo(McDropout.predict(Predictor.of(frame, schema), x, 20, true).mean());
  }

  @Test void theOwnNetworkIsSeenWithoutThoseBeside() {
    Experiment experiment = read(PLAIN.formatted("two-moons"));
    Frame seen = frame(trained(experiment)).seenFrom(Beside.OWN);
    Frame own = frame(trained(experiment.withBeside(List.of())));
    assertThat(bare(seen)).isEqualTo(bare(own));
    assertThat(rates(seen)).isEqualTo(rates(own)).isNotEmpty();
    assertThat(rows(seen.history())).isEqualTo(rows(own.history()));
  }

  /// Of "A" only the masks differ; "B b" has other layers, and so would its twin.
  @Test void theTwinGoesAlongWhereItIsTheTwinOfThatNetworkToo() {
    Frame frame = frame(trained(read(PLAIN.formatted("two-moons"))));
    Frame a = frame.seenFrom("A"), b = frame.seenFrom("B b");
    assertThat(a.twin()).isEqualTo(frame.twin());
    assertThat(a.history().last(Curve.TWIN_TRAIN)).isEqualTo(frame.history().last(Curve.TWIN_TRAIN));
    assertThat(b.hasTwin()).isFalse();
    assertThat(b.experiment().training().twin()).isFalse();
    assertThat(b.history().last(Curve.TWIN_TRAIN)).isNaN();
  }

  @Test void theTwinIsSeenWithItsOwnCurvesAndNoView() {
    Frame frame = frame(trained(read(PLAIN.formatted("two-moons")))), seen = frame.seenFrom(Beside.TWIN);
    assertThat(seen.weights()).isEqualTo(frame.twin());
    assertThat(seen.inForce().dropRates()).containsOnly(0.0);
    assertThat(seen.history().last(Curve.VALIDATION)).isEqualTo(frame.history().last(Curve.TWIN_VALIDATION));
    assertThat(seen.history().last(Curve.TRAIN_MASKED)).isNaN();
    assertThat(seen.networks().getFirst().view()).isEmpty();
  }

  @Test void whatWasChangedOfItIsAChangeOfTheOwn() {
    Experiment experiment = read(PLAIN.formatted("two-moons")).withInterventions(List.of(
        new Intervention.SetDropRates(1, List.of(0.0, 0.9, 0.1), "A"),
        new Intervention.SetDropRates(2, List.of(0.0, 0.1, 0.1))));
    Frame seen = frame(trained(experiment)).seenFrom("A");
    assertThat(seen.experiment().interventions())
        .containsExactly(new Intervention.SetDropRates(1, List.of(0.0, 0.9, 0.1)));
    assertThat(seen.dropRates()).containsExactly(0.0, 0.9, 0.1);
    DataSet data = DataSets.load(experiment, Path.of(""));
    assertThat(Model.of(seen, data).network()).isEqualTo(seen.inForce());
  }

  @Test void itsBestEpochIsItsOwn() {
    Experiment experiment = read(PLAIN.formatted("two-moons").replace("\"epochs\": 3",
        "\"epochs\": 40, \"earlyStopping\": {\"patience\": 40}"));
    Frame frame = frame(trained(experiment));
    int best = frame.history().lowestEpoch(new Curve("B b", Metric.VALIDATION));
    assertThat(frame.seenFrom("B b").history().bestEpoch()).hasValue(best);
    assertThat(best).isNotEqualTo(frame.history().bestEpoch().orElseThrow());
  }

  @Test void oneThatHasStoppedAloneHasFailedAtItsLastGoodWeights() {
    Experiment experiment =
        read(PLAIN.formatted("two-moons").replace("\"learningRate\": 0.1", "\"learningRate\": 1e30"));
    Frame frame = frame(trained(experiment)), seen = frame.seenFrom("B b");
    assertThat(frame.state()).isInstanceOf(RunState.Paused.class);
    assertThat(((RunState.Failed) seen.state()).cause()).startsWith("In epoch 1 the loss of \"B b\"");
    assertThat(seen.weights()).isEqualTo(frame.network("B b").orElseThrow().weights());
    assertThat(frame.seenFrom("A").state()).isEqualTo(frame.state());
  }

  @Test void aNameThatNobodyHasIsRefusedWithThoseThatThereAre() {
    Frame frame = frame(trained(read(PLAIN.formatted("two-moons"))));
    assertThatThrownBy(() -> frame.seenFrom("B")).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No network is called \"B\"; did you mean \"A\"? Known: network, twin, A, B b.");
  }
}

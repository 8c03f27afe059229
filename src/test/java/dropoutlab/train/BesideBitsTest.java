package dropoutlab.train;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Curve;
import dropoutlab.frame.Frame;
import dropoutlab.frame.History;
import dropoutlab.frame.RunState;
import dropoutlab.run.SecondCore;
import dropoutlab.spec.Beside;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.Pin;
import dropoutlab.spec.Presets;
import dropoutlab.spec.StartPresets;
import dropoutlab.spec.RegulariserSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Network and twin are bit for bit the same whatever learns beside them, and however a run is gone through. Oracle:
/// the run without anyone beside, straight through, on one core.
class BesideBitsTest {
  private static final int STEPS = 7;
  private static final List<DropoutSpec> METHODS = List.of(new DropoutSpec.Inverted(), new DropoutSpec.Standard(),
      new DropoutSpec.Gaussian(), new DropoutSpec.LearntGaussian(1), new DropoutSpec.Uniform(0.4),
      new DropoutSpec.Alpha(false), new DropoutSpec.Concrete(0.1, 1e-6, 1e-5),
      new DropoutSpec.DropConnect(DropoutSpec.DropConnect.Inference.MEAN, 20),
      new DropoutSpec.Targeted(0.5, DropoutSpec.Targeted.Target.WEIGHTS));
  private static final SecondCore CORE = new SecondCore();

  @AfterAll static void close() { CORE.close(); }

  private static Stream<String> presets() { return StartPresets.names().stream(); }

  @Test void everyMethodIsAmongThem() {
    assertThat(METHODS.stream().<Class<?>>map(DropoutSpec::getClass)).containsExactlyInAnyOrder(
        DropoutSpec.class.getPermittedSubclasses());
  }

  private static NetworkSpec with(NetworkSpec network, DropoutSpec method) {
    return network.withHidden(
        network.hidden().stream().map(layer -> layer.with(l -> l.method(method).drop(0.25))).toList());
  }

  /// Three beside: the same again, another method, and one that fails at its first step.
  private static Experiment among(Experiment experiment, DropoutSpec other) {
    return experiment.withBeside(List.of(Beside.of("same", experiment.network(), experiment),
        Beside.of("other", with(experiment.network(), other), experiment),
        Beside.of("bad", experiment.network(), experiment).with(b -> b
            .optimiser(new OptimiserSpec.Sgd(1e30)).regulariser(RegulariserSpec.OFF))));
  }

  /// Each preset with each method; the data are loaded once.
  @ParameterizedTest
  @MethodSource("presets")
  void whateverLearnsBeside(String preset) {
    Experiment plain = Presets.load(preset);
    DataSet data = DataSets.load(plain, Path.of(""));
    for (int i = 0; i < METHODS.size(); i++) {
      Experiment one = plain.withNetwork(with(plain.network(), METHODS.get(i)));
      TrainingSession alone = new TrainingSession(one, data);
      TrainingSession many = new TrainingSession(among(one, METHODS.get((i + 1) % METHODS.size())), data, CORE);
      steps(alone);
      steps(many);
      assertSame(many, alone);
      assertThat(many.learners().named("bad").orElseThrow().failure()).isPresent();
    }
  }

  private static void steps(TrainingSession session) {
    for (int i = 0; i < STEPS; i++) session.step();
  }

  private static void assertSame(TrainingSession many, TrainingSession one) {
    assertThat(many.weights()).isEqualTo(one.weights());
    assertThat(many.twinWeights()).isEqualTo(one.twinWeights());
    assertThat(rows(many.history(), Curve.ofOwnAndTwin())).isEqualTo(rows(one.history(), Curve.ofOwnAndTwin()));
  }

  private static List<Integer> rows(History history, List<Curve> curves) {
    List<Integer> bits = new ArrayList<>();
    for (Curve curve : curves)
      for (int row = 0; row < history.size(); row++) bits.add(Float.floatToRawIntBits(history.value(curve, row)));
    return bits;
  }

  /// Looked at, paused, half a step at a time, and back in time in between.
  private static Stream<Consumer<TrainingSession>> ways() {
    return Stream.of(TrainingSession::step, session -> {
      for (int half = 0; half < 4; half++) session.halfStep();
    }, session -> {
      session.halfStep();
      look(session);
      session.step();
    }, session -> {
      look(session);
      session.step();
    });
  }

  private static void look(TrainingSession session) {
    FrameBuilder builder = new FrameBuilder(session);
    Frame before = builder.present(1, new RunState.Paused(), 0);
    builder.past(1, new RunState.Paused(), 0).seenFrom("other");
    Frame after = builder.present(1, new RunState.Paused(), 0);
    assertThat(after.networks()).as("back from the past").isEqualTo(before.networks());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void howeverItIsGoneThrough(Consumer<TrainingSession> way) {
    Experiment experiment = Presets.load("two-moons");
    DataSet data = DataSets.load(experiment, Path.of(""));
    TrainingSession alone = new TrainingSession(experiment, data);
    Experiment all = among(experiment, new DropoutSpec.Gaussian());
    TrainingSession straight = new TrainingSession(all, data), many = new TrainingSession(all, data, CORE);
    steps(alone);
    steps(straight);
    for (int i = 0; i < STEPS; i++) way.accept(many);
    assertSame(many, alone);
    for (String name : List.of("same", "other", "bad"))
      assertThat(many.weights(name)).isEqualTo(straight.weights(name));
    List<Curve> curves = many.history().curves();
    assertThat(rows(many.history(), curves)).isEqualTo(rows(straight.history(), curves));
  }

  /// A pin and a rate of one network reach no other, and the experiment that records them gives the same bits again.
  @Test void whateverIsChangedOfOneBeside() {
    Experiment experiment = Presets.load("two-moons");
    DataSet data = DataSets.load(experiment, Path.of(""));
    Experiment all = among(experiment, new DropoutSpec.Standard());
    TrainingSession alone = new TrainingSession(experiment, data), untouched = new TrainingSession(all, data),
        changed = new TrainingSession(all, data);
    steps(alone);
    steps(untouched);
    changed.step();
    changed.intervene(new Intervention.SetPin(0, 1, 2, Pin.DROPPED, "other"));
    changed.halfStep();
    List<Double> rates = new ArrayList<>(experiment.network().dropRates());
    rates.set(1, 0.6);
    changed.intervene(new Intervention.SetDropRates(0, rates, "same"));
    changed.step();
    for (int i = 2; i < STEPS; i++) changed.step();
    assertSame(changed, alone);
    assertThat(changed.weights("bad")).isEqualTo(untouched.weights("bad"));
    for (String name : List.of("same", "other"))
      assertThat(changed.weights(name)).isNotEqualTo(untouched.weights(name));
    TrainingSession again = new TrainingSession(changed.experiment(), data, CORE);
    steps(again);
    for (String name : List.of("same", "other")) assertThat(again.weights(name)).isEqualTo(changed.weights(name));
  }
}

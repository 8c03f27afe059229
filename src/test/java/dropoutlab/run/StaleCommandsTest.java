package dropoutlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Curve;
import dropoutlab.frame.Ensemble;
import dropoutlab.frame.Frame;
import dropoutlab.frame.History;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NoiseSource;
import dropoutlab.frame.Query;
import dropoutlab.frame.RunState;
import dropoutlab.frame.Sampling;
import dropoutlab.frame.Weights;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Pin;
import dropoutlab.spec.Presets;
import dropoutlab.spec.StartPresets;
import dropoutlab.train.TrainingSession;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every command that a user can send, formed on the run of one experiment and sent when the run of another has
/// replaced it, for each ordered pair of all presets and of networks with every kind of layer. Oracle: a session that
/// received no commands.
class StaleCommandsTest {
  private static final long PATIENCE_SECONDS = 60;
  private static final int STEPS = 2;
  private static final Logger LOG = Logger.getLogger(Faults.class.getName());
  private static final List<Known> ALL = new ArrayList<>();

  private final Lab lab = new Lab();

  /// @param after the weights after [#STEPS] steps without commands
  private record Known(Experiment experiment, DataSet data, Weights first, Weights after, List<Float> losses) {
    static Known of(Experiment experiment) {
      DataSet data = DataSets.load(experiment, Path.of(""));
      TrainingSession alone = new TrainingSession(experiment, data);
      Weights first = alone.weights();
      for (int i = 0; i < STEPS; i++) alone.step();
      return new Known(experiment, data, first, alone.weights(), validation(alone.history()));
    }
  }

  private static List<Float> validation(History history) {
    List<Float> losses = new ArrayList<>();
    for (int row = 0; row < history.size(); row++) losses.add(history.value(Curve.VALIDATION, row));
    return losses;
  }

  @BeforeAll static void learn() throws IOException, URISyntaxException {
    for (String preset : StartPresets.names()) ALL.add(Known.of(Presets.load(preset)));
    Path bodies = Path.of(StaleCommandsTest.class.getResource("/determinism").toURI());
    try (var files = Files.list(bodies)) {
      for (Path each : files.sorted().toList())
        ALL.add(Known.of(ExperimentJson.read(Files.readString(each), each.getFileName().toString())));
    }
  }

  /// Commands that are sent to the wrong run on purpose would fill the log.
  @BeforeEach void quieten() { LOG.setLevel(Level.OFF); }

  @AfterEach void close() {
    lab.close();
    LOG.setLevel(null);
  }

  private Frame frameThat(Predicate<Frame> wanted) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    String last = "none";
    while (System.nanoTime() < end) {
      lab.requestFrame();
      Optional<Frame> found = lab.takeFrame();
      if (found.isPresent()) last = found.get().experiment().title() + ", " + found.get().state();
      found = found.filter(wanted);
      if (found.isPresent()) return found.get();
      LockSupport.parkNanos(200_000);
    }
    throw new AssertionError("No such frame came within " + PATIENCE_SECONDS + " seconds, the last was " + last);
  }

  /// Returns everything that a user can do to a run of `of`: every click, with the last unit, the last probe, the last
  /// example and the longest list of rates that exist there.
  private static List<Command.OfRun> everything(long run, Known of) {
    NetworkSpec network = of.experiment.network();
    int inputs = of.data.schema().inputs().size(), layers = network.hidden().size();
    List<Command.OfRun> all = new ArrayList<>(List.of(new Command.Play(run), new Command.Pause(run),
        new Command.Step(run), new Command.HalfStep(run), new Command.Scrub(run, OptionalInt.of(0)),
        new Command.Scrub(run, OptionalInt.empty()), new Command.Redraw(run, 3),
        new Command.Save(run, 0, new CompletableFuture<>()), new Command.Past(run, 1, new CompletableFuture<>())));
    all.add(new Command.Intervene(run,
        new Intervention.SetDropRates(0, Collections.nCopies(layers + 1, network.words().isPresent() ? 0.0 : 0.9))));
    all.add(new Command.Intervene(run, new Intervention.SetPin(0, 0, inputs - 1, Pin.DROPPED)));
    for (int layer = 1; layer <= layers; layer++)
      all.add(new Command.Intervene(run,
          new Intervention.SetPin(0, layer, network.hidden().get(layer - 1).units() - 1, Pin.DROPPED)));
    for (Slot slot : Slot.values())
      questions(of, inputs).forEach(query -> all.add(new Command.Ask(run, slot, Optional.of(query))));
    return all;
  }

  private static List<Query> questions(Known of, int inputs) {
    Sampling sampling = new Sampling(2, true, OptionalDouble.of(0.4));
    NoiseSource noise = new NoiseSource.Fitted();
    Optional<Ensemble> members = Optional.of(new Ensemble(of.experiment.network().withoutDropout(),
        List.of(of.first)));
    return List.of(new Query.Line(sampling, noise, 3, Optional.of(9.0), members, true),
        new Query.Plane(sampling, 3, Optional.of(List.of(9.0, 9.0)), members),
        new Query.Point(sampling, noise, Matrix.generate(1, inputs, (_, _) -> 1f), members), new Query.Learned(3),
        Query.Point.ofExample(sampling, noise, of.data.validation().size() - 1, members),
        new Query.Rotation(sampling, of.data.validation().size() - 1, 3), new Query.Foreign(sampling),
        new Query.Quality(sampling, noise, members, true));
  }

  @Test void whatWasMeantForOneRunNeverReachesTheNext() {
    for (Known before : ALL) for (Known now : ALL) stale(before, now);
    assertThat(lab.hasEnded()).isFalse();
  }

  private void stale(Known before, Known now) {
    String pair = before.experiment.title() + " before " + now.experiment.title();
    long old = lab.load(before.experiment, before.data, false), run = lab.load(now.experiment, now.data, false);
    everything(old, before).forEach(lab::send);
    Frame shown = frameThat(frame -> frame.run() == run);
    assertThat(shown.state()).as(pair).isInstanceOf(RunState.Ready.class);
    for (int i = 0; i < STEPS; i++) {
      lab.send(new Command.Step(run));
      everything(old, before).forEach(lab::send);
    }
    Frame after = frameThat(frame -> frame.run() == run && frame.progress().step() == STEPS);
    assertThat(after.weights()).as(pair).isEqualTo(now.after);
    assertThat(validation(after.history())).as(pair).isEqualTo(now.losses);
    assertThat(after.experiment()).as(pair).isEqualTo(now.experiment);
    assertThat(after.state()).as(pair).isInstanceOf(RunState.Paused.class);
    assertThat(after.scrubbed()).as(pair).isEmpty();
    for (Slot slot : Slot.values()) assertThat(lab.takeAnswer(slot)).as(pair).isEmpty();
  }

  /// Commands formed on one experiment are sent under the number of the other's run, as if the window had mixed them
  /// up. Those that fit may take effect; those that do not must change nothing, and nothing may end.
  @Test void whatDoesNotFitIsRefusedAndTheEngineLives() {
    for (Known wrong : ALL) for (Known now : ALL) misaddressed(wrong, now);
    assertThat(lab.hasEnded()).isFalse();
  }

  private void misaddressed(Known wrong, Known now) {
    String pair = wrong.experiment.title() + " on " + now.experiment.title();
    long run = lab.load(now.experiment, now.data, false);
    everything(run, wrong).forEach(lab::send);
    lab.send(new Command.Pause(run));
    lab.send(new Command.Step(run));
    // A short run may be finished by now.
    Frame after = frameThat(frame -> frame.run() == run && !(frame.state() instanceof RunState.Running)
        && frame.progress().step() >= 1);
    assertThat(after.state()).as(pair).isNotInstanceOf(RunState.Failed.class);
    // Interventions that were added to the experiment fit its network: it can be trained again.
    TrainingSession again = new TrainingSession(after.experiment(), now.data);
    again.step();
    assertThat(again.failure()).as(pair).isEmpty();
    for (Slot slot : Slot.values()) lab.send(new Command.Ask(run, slot, Optional.empty()));
  }

  /// Each command is sent to the run on which it was formed: all are understood.
  @Test void everyCommandServesTheRunThatItIsMeantFor() {
    for (Known known : ALL) {
      long run = lab.load(known.experiment, known.data, false);
      everything(run, known).forEach(lab::send);
      Frame frame = frameThat(f -> f.run() == run && f.experiment().interventions().size()
          >= known.experiment.interventions().size() + 1);
      assertThat(frame.state()).as(known.experiment.title()).isNotInstanceOf(RunState.Failed.class);
    }
    assertThat(lab.hasEnded()).isFalse();
  }
}

package dropoutlab.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Answer;
import dropoutlab.frame.BareFrame;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Noise;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.PortraitRequest;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.frame.Sampling;
import dropoutlab.run.Command;
import dropoutlab.run.Lab;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.util.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Which answers reach those who listen. Oracle: the numbers of the runs.
class FramePumpTest {
  private final Lab lab = new Lab();
  private final FramePump pump = new FramePump(lab);
  private final List<Answer> shown = new ArrayList<>();
  private final Subscription listening = pump.onAnswer(shown::add);

  @AfterEach void close() { lab.close(); }

  private static Frame frame(long run) {
    return BareFrame.of(Presets.load("noisy-line"), run, null);
  }

  private static Answer answer(long run) {
    Result finding = new Result.Point((PointPasses) null, Matrix.EMPTY, Noise.AS_LEARNT);
    return new Answer(run, 0, new Query.Foreign(Sampling.standard()), false, finding);
  }

  @Test void anAnswerBeforeTheFirstFrameOrOfAnotherRunIsDropped() {
    pump.accept(answer(1));
    pump.accept(frame(2));
    pump.accept(answer(1));
    pump.accept(answer(3));
    assertThat(shown).isEmpty();
    assertThat(pump.answer()).isEmpty();
  }

  @Test void anAnswerOfTheRunIsShownAndForgottenWithIt() {
    Answer now = answer(2);
    pump.accept(frame(2));
    pump.accept(now);
    assertThat(shown).containsExactly(now);
    assertThat(pump.answer()).containsSame(now);
    pump.accept(frame(2));
    assertThat(pump.answer()).containsSame(now);
    pump.accept(frame(3));
    assertThat(pump.answer()).isEmpty();
  }

  /// The panels take their time to draw a portrait; meanwhile a run starts again and is answered once.
  @Test void theOnlyAnswerOfARunThatStartsWhileAPortraitIsDrawnIsShown() {
    Experiment moons = Presets.load("two-moons");
    DataSet data = DataSets.load(moons, Path.of(""));
    long first = lab.load(moons, data, false);
    lab.send(new Command.Ask(first, Optional.of(new Query.Plane(new Sampling(1, true, OptionalDouble.empty()), 4,
        Optional.empty(), Optional.empty()))));
    pulseUntil(() -> pump.answer().isPresent() && pump.portrait().isPresent());
    long run = pump.latest().orElseThrow().run();
    boolean[] drawn = {false};
    pump.onPortrait(_ -> {
      if (drawn[0]) return;
      drawn[0] = true;
      lab.load(moons, data, false);
      LockSupport.parkNanos(500_000_000);
    });
    lab.send(new Command.Watch(first, Optional.of(new PortraitRequest(false, 1, true, 4, Optional.empty(), 0))));
    pulseUntil(() -> drawn[0]);
    pulseUntil(() -> pump.answer().filter(a -> a.run() > run).isPresent());
    assertThat(pump.latest().orElseThrow().run()).isEqualTo(run + 1);
  }

  private void pulseUntil(BooleanSupplier met) {
    for (int i = 0; i < 60_000 && !met.getAsBoolean(); i++) {
      pump.pulse(System.nanoTime());
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(met.getAsBoolean()).isTrue();
  }

  @Test void otherDataForgetTheAnswerAndWhoHasGoneHearsNothing() {
    pump.accept(frame(2));
    pump.accept(answer(2));
    pump.expect(3);
    assertThat(pump.answer()).isEmpty();
    pump.accept(frame(2));
    assertThat(pump.latest()).isEmpty();
    pump.accept(frame(3));
    listening.unsubscribe();
    pump.accept(answer(3));
    assertThat(shown).hasSize(1);
    assertThat(pump.answer()).isPresent();
    assertThat(pump.answered()).isNaN();
  }
}

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
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.frame.Sampling;
import dropoutlab.run.Command;
import dropoutlab.run.Lab;
import dropoutlab.run.Slot;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.util.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Which answers reach those who listen. Oracle: the numbers of the runs.
class FramePumpTest {
  private static final Slot SLOT = Slot.INQUIRY;

  private final Lab lab = new Lab();
  private final FramePump pump = new FramePump(lab);
  private final List<Answer> shown = new ArrayList<>();
  private final Subscription listening = pump.onAnswer(SLOT, shown::add);

  @AfterEach void close() { lab.close(); }

  private static Frame frame(long run) {
    return BareFrame.of(Presets.load("noisy-line"), run, null);
  }

  private static Answer answer(long run) {
    Result finding = new Result.Point((PointPasses) null, Matrix.EMPTY, Noise.AS_LEARNT);
    return new Answer(run, 0, new Query.Foreign(Sampling.standard()), false, finding);
  }

  @Test void anAnswerBeforeTheFirstFrameOrOfAnotherRunIsDropped() {
    pump.accept(SLOT, answer(1));
    pump.accept(frame(2));
    pump.accept(SLOT, answer(1));
    pump.accept(SLOT, answer(3));
    assertThat(shown).isEmpty();
    assertThat(pump.answer(SLOT)).isEmpty();
  }

  @Test void anAnswerOfTheRunIsShownAndForgottenWithIt() {
    Answer now = answer(2);
    pump.accept(frame(2));
    pump.accept(SLOT, now);
    assertThat(shown).containsExactly(now);
    assertThat(pump.answer(SLOT)).containsSame(now);
    pump.accept(frame(2));
    assertThat(pump.answer(SLOT)).containsSame(now);
    pump.accept(frame(3));
    assertThat(pump.answer(SLOT)).isEmpty();
  }

  /// A panel takes its time to draw an answer; meanwhile a run starts again and is answered once.
  @Test void theOnlyAnswerOfARunThatStartsWhileAnotherIsDrawnIsShown() {
    Experiment moons = Presets.load("two-moons");
    DataSet data = DataSets.load(moons, Path.of(""));
    long first = lab.load(moons, data, false);
    lab.send(new Command.Ask(first, SLOT, Optional.of(new Query.Plane(new Sampling(1, true, OptionalDouble.empty()), 4,
        Optional.empty(), Optional.empty()))));
    lab.send(new Command.Ask(first, Slot.LEARNED, Optional.of(new Query.Learned(4))));
    pulseUntil(() -> pump.answer(SLOT).isPresent() && pump.answer(Slot.LEARNED).isPresent());
    long run = pump.latest().orElseThrow().run();
    boolean[] drawn = {false};
    pump.onAnswer(Slot.LEARNED, _ -> {
      if (drawn[0]) return;
      drawn[0] = true;
      lab.load(moons, data, false);
      LockSupport.parkNanos(500_000_000);
    });
    lab.send(new Command.Ask(first, Slot.LEARNED, Optional.of(new Query.Learned(5))));
    pulseUntil(() -> drawn[0]);
    pulseUntil(() -> pump.answer(SLOT).filter(a -> a.run() > run).isPresent());
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
    pump.accept(SLOT, answer(2));
    pump.expect(3);
    assertThat(pump.answer(SLOT)).isEmpty();
    pump.accept(frame(2));
    assertThat(pump.latest()).isEmpty();
    pump.accept(frame(3));
    listening.unsubscribe();
    pump.accept(SLOT, answer(3));
    assertThat(shown).hasSize(1);
    assertThat(pump.answer(SLOT)).isPresent();
    assertThat(pump.answered(SLOT)).isNaN();
  }
}

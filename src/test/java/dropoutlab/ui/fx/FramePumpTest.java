package dropoutlab.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.frame.Answer;
import dropoutlab.frame.Finding;
import dropoutlab.frame.Frame;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Question;
import dropoutlab.frame.Sampling;
import dropoutlab.frame.Table;
import dropoutlab.run.Lab;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
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
    Experiment experiment = Presets.load("noisy-line");
    return new Frame(experiment, run, null, null, null, null, experiment.network(), null, null,
        OptionalInt.empty(), 0);
  }

  private static Answer answer(long run) {
    Finding finding = new Finding.Point((PointPasses) null, Table.EMPTY);
    return new Answer(run, 0, new Question.Foreign(Sampling.standard()), finding);
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

  @Test void otherDataForgetTheAnswerAndWhoHasGoneHearsNothing() {
    pump.accept(frame(2));
    pump.accept(answer(2));
    pump.expect(_ -> false);
    assertThat(pump.answer()).isEmpty();
    pump.expect(_ -> true);
    pump.accept(frame(2));
    listening.unsubscribe();
    pump.accept(answer(2));
    assertThat(shown).hasSize(1);
    assertThat(pump.answer()).isPresent();
    assertThat(pump.answered()).isNaN();
  }
}

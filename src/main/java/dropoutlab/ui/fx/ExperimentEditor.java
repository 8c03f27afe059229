package dropoutlab.ui.fx;

import dropoutlab.spec.Experiment;
import dropoutlab.words.Words;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the person has set and opened, with undo. Every control reads and changes the experiment here; settings that no
/// control edits stay as they are. What does not fit changes nothing but [#problem]. Lives on the FX thread.
public final class ExperimentEditor {
  /// So many runs that were left are kept whole, for undo.
  private static final int MOST_RUNS = 4;

  private final ReadOnlyObjectWrapper<Experiment> experiment = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Opening> opening = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final Undo undo = new Undo();
  private final Deque<Standing> left = new ArrayDeque<>();
  private final Runs runs;
  private Opened newest;
  private int openings;

  /// Who trains what is set.
  interface Runs {
    /// @param opened whether it is another experiment, which plays from its start, and not a change of the present one
    void train(Experiment next, boolean opened);

    /// The run that is shown, as it can be restored; empty where it is not the one that the settings are those of.
    Optional<Standing.Run> standing();

    /// Goes on with a run where it was left.
    void restore(Experiment settings, Standing.Run run);
  }

  /// Other settings of the experiment that is open.
  private record Setting(ExperimentEditor editor, Experiment before, Experiment after) implements Undo.Change {
    @Override public boolean back() { return editor.put(before, false); }

    @Override public boolean forth() { return editor.put(after, false); }
  }

  /// Something was opened. What it becomes until it is left by undo, redo brings back.
  private static final class Opened implements Undo.Change {
    final ExperimentEditor editor;
    final Standing before;
    Standing after;

    Opened(ExperimentEditor editor, Standing before) {
      this.editor = editor;
      this.before = before;
    }

    @Override public boolean back() {
      after = editor.leave();
      return editor.restore(before);
    }

    @Override public boolean forth() { return editor.restore(after); }
  }

  ExperimentEditor(Runs runs) { this.runs = runs; }

  /// What is set now, with the drop rates in force; null before the first one is loaded.
  public ReadOnlyObjectProperty<Experiment> experiment() { return experiment.getReadOnlyProperty(); }

  /// What was opened last; null before the first.
  public ReadOnlyObjectProperty<Opening> opening() { return opening.getReadOnlyProperty(); }

  /// The last mistake in a sentence, or "".
  public ReadOnlyStringProperty problem() { return problem.getReadOnlyProperty(); }

  public void report(String sentence) {
    problem.set("");
    problem.set(sentence);
  }

  public void dismissProblem() { problem.set(""); }

  /// Opens an experiment and plays it from its start, also when it is the one that runs.
  public void open(Experiment next) {
    leaveFor(next);
    put(next, true);
  }

  /// Shows what is set in a training that was saved and goes on.
  void resume(Experiment settings) {
    leaveFor(settings);
    experiment.set(settings);
  }

  private void leaveFor(Experiment next) {
    if (experiment.get() != null) {
      newest = new Opened(this, leave());
      undo.did(newest);
    }
    opening.set(new Opening(++openings, next));
  }

  /// Keeps what stands now, the run included.
  private Standing leave() {
    Standing standing = new Standing(opening.get(), experiment.get(), runs.standing());
    left.addLast(standing);
    if (left.size() > MOST_RUNS) left.removeFirst().forgetRun();
    return standing;
  }

  private boolean restore(Standing standing) {
    opening.set(standing.opening());
    if (standing.run().isEmpty()) return put(standing.settings(), false);
    experiment.set(standing.settings());
    runs.restore(standing.settings(), standing.run().get());
    return true;
  }

  /// Changes a setting: the drop rates take effect at the next step; anything else starts the run again, which plays on
  /// if it was playing. Changes that the experiment plans for later steps are kept where they fit what is set now.
  public void change(UnaryOperator<Experiment> setting) {
    Experiment now = experiment.get();
    try {
      change(now, setting.apply(now));
    } catch (IllegalArgumentException e) {
      if (now.interventions().isEmpty()) report(e.getMessage());
      else changeWithoutPlans(now, setting, e.getMessage());
    }
  }

  private void changeWithoutPlans(Experiment now, UnaryOperator<Experiment> setting, String why) {
    try {
      change(now, setting.apply(now.withoutInterventions()));
      report(Words.of("trainview.editor.plans_left_out", why));
    } catch (IllegalArgumentException e) {
      report(e.getMessage());
    }
  }

  private void change(Experiment now, Experiment next) {
    if (next.equals(now)) return;
    undo.did(new Setting(this, now, next));
    put(next, false);
  }

  public void setDropRates(List<Double> p) {
    change(e -> e.withNetwork(e.network().withDropRates(p)));
  }

  /// Remembers something that was done to the run, for undo.
  void did(Undo.Change change) { undo.did(change); }

  /// While a slider is dragged, all its changes are undone as one.
  public void beginGesture() { undo.beginGesture(); }

  public void endGesture() { undo.endGesture(); }

  public void undo() { undo.back(); }

  public void redo() { undo.forth(); }

  /// Shows what is trained, where what was set or opened is refused.
  void goBackTo(Experiment trained, Opening of) {
    if (newest != null && opening.get() != of) undo.forget(newest);
    if (of != null) opening.set(of);
    experiment.set(trained);
  }

  private boolean put(Experiment next, boolean opened) {
    experiment.set(next);
    runs.train(next, opened);
    return true;
  }
}

package dropoutlab.ui.fx;

import dropoutlab.spec.Experiment;
import dropoutlab.words.Words;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the person has set, with undo. Every control reads and changes the experiment here; settings that no control
/// edits stay as they are. What does not fit changes nothing but [#problem]. Lives on the FX thread.
public final class ExperimentEditor {
  private final ReadOnlyObjectWrapper<Experiment> experiment = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Experiment> opened = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final Undo<Experiment> undo = new Undo<>();
  private final Runs runs;

  /// Who trains what is set.
  @FunctionalInterface
  interface Runs {
    /// @param opened whether it is another experiment, which plays from its start, and not a change of the present one
    void train(Experiment next, boolean opened);
  }

  ExperimentEditor(Runs runs) { this.runs = runs; }

  /// What is set now, with the drop rates in force; null before the first one is loaded.
  public ReadOnlyObjectProperty<Experiment> experiment() { return experiment.getReadOnlyProperty(); }

  /// What was opened last, as it was then.
  public ReadOnlyObjectProperty<Experiment> opened() { return opened.getReadOnlyProperty(); }

  /// The last mistake in a sentence, or "".
  public ReadOnlyStringProperty problem() { return problem.getReadOnlyProperty(); }

  public void report(String sentence) {
    problem.set("");
    problem.set(sentence);
  }

  public void dismissProblem() { problem.set(""); }

  /// Opens an experiment and plays it from its start, also when it is the one that runs.
  public void open(Experiment next) {
    undo.remember(experiment.get());
    opened.set(null);
    opened.set(next);
    put(next, true);
  }

  /// Shows what is set in a training that was saved and goes on.
  void resume(Experiment settings) {
    undo.remember(experiment.get());
    opened.set(null);
    opened.set(settings);
    experiment.set(settings);
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
    undo.remember(now);
    put(next, false);
  }

  public void setDropRates(List<Double> p) {
    change(e -> e.withNetwork(e.network().withDropRates(p)));
  }

  /// While a slider is dragged, all its changes are undone as one.
  public void beginGesture() { undo.beginGesture(); }

  public void endGesture() { undo.endGesture(); }

  public void undo() { undo.back(experiment.get()).ifPresent(e -> put(e, false)); }

  public void redo() { undo.forth(experiment.get()).ifPresent(e -> put(e, false)); }

  /// Shows what is trained, where what was set is refused.
  void goBackTo(Experiment trained) { experiment.set(trained); }

  private void put(Experiment next, boolean opened) {
    experiment.set(next);
    runs.train(next, opened);
  }
}

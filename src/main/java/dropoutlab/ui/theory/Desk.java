package dropoutlab.ui.theory;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Settings;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.frame.bench.Findings;
import dropoutlab.ui.theory.BenchState.Progress;
import dropoutlab.ui.theory.BenchWorker.Job;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// All benches with the one that is looked at. Lives on the FX thread; parts of the workspace read it anew at each
/// [#version].
final class Desk implements BenchWorker.Listener, AutoCloseable {
  private final List<BenchState> states = Benches.all().stream().map(BenchState::new).toList();
  private final ReadOnlyObjectWrapper<BenchState> shown = new ReadOnlyObjectWrapper<>(states.getFirst());
  private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
  private final BooleanProperty asksFirst = new SimpleBooleanProperty(this, "asksFirst", true);
  private final BooleanProperty gaps = new SimpleBooleanProperty(this, "gaps");
  private final BenchWorker worker = new BenchWorker(this);
  private boolean gesture;
  private boolean inGesture;

  List<BenchState> states() { return states; }

  ReadOnlyObjectProperty<BenchState> shown() { return shown.getReadOnlyProperty(); }

  /// Changes whenever anything does that can be seen.
  ReadOnlyLongProperty version() { return version.getReadOnlyProperty(); }

  BooleanProperty asksFirst() { return asksFirst; }

  /// Whether gaps are shown instead of values.
  BooleanProperty gaps() { return gaps; }

  BenchState state() { return shown.get(); }

  private void tell() { version.set(version.get() + 1); }

  void show(Bench bench) { show(of(bench)); }

  private void show(BenchState next) {
    endGesture();
    if (asksFirst.get() && !next.wasAsked()) next.ask(true);
    shown.set(next);
    compute();
  }

  /// Goes to the bench before (-1) or after (1), from the last to the first.
  void go(int step) { show(states.get(Math.floorMod(states.indexOf(state()) + step, states.size()))); }

  private BenchState of(Bench bench) {
    return states.stream().filter(state -> state.bench() == bench).findFirst().orElseThrow();
  }

  /// Changes the settings of the bench that is looked at. While a gesture lasts, all its changes are one step for undo.
  void change(UnaryOperator<Settings> change) {
    Settings before = state().settings();
    state().change(change, gesture && inGesture);
    if (state().settings().equals(before)) return;
    inGesture = gesture;
    compute();
  }

  void beginGesture() {
    gesture = true;
    inGesture = false;
  }

  void endGesture() {
    gesture = false;
    inGesture = false;
  }

  boolean undo() { return moved(state().undo()); }

  boolean redo() { return moved(state().redo()); }

  private boolean moved(boolean something) {
    if (something) compute();
    return something;
  }

  /// As the bench begins, its guess and its question included.
  void reset() {
    state().change(_ -> state().bench().defaults(), false);
    state().clearGuess();
    if (asksFirst.get()) state().ask(true);
    compute();
  }

  void compute() {
    BenchState at = state();
    worker.ask(new Job(at.bench(), at.settings()));
    at.is(new Progress.Computing(0));
    tell();
  }

  /// Computes every bench with the settings that it has.
  void checkAll() {
    for (BenchState each : states) each.is(new Progress.Computing(0));
    worker.askBehind(states.stream().map(each -> new Job(each.bench(), each.settings())).toList());
    tell();
  }

  /// Computes what was never computed.
  void checkOpen() {
    worker.askBehind(states.stream().filter(each -> each.findings().isEmpty() && each != state())
        .map(each -> new Job(each.bench(), each.settings())).toList());
  }

  /// Whether there was something to stop.
  boolean stop() {
    List<Job> open = worker.stop();
    for (Job job : open) of(job.bench()).is(new Progress.Stopped());
    tell();
    return !open.isEmpty();
  }

  boolean isBusy() { return states.stream().anyMatch(each -> each.progress() instanceof Progress.Computing); }

  /// Tells the answer, or hides it and asks again.
  void revealOrAsk() {
    if (!state().asks()) state().clearGuess();
    state().ask(!state().asks());
    tell();
  }

  void guess(int index, double value) {
    if (!state().asks()) return;
    state().guess(index, value);
    tell();
  }

  void goToGuess(int index) {
    state().goTo(index);
    tell();
  }

  void clearGuess() {
    state().clearGuess();
    tell();
  }

  @Override public void progress(Job job, double share) {
    BenchState at = of(job.bench());
    if (!at.settings().equals(job.settings()) || at.progress() instanceof Progress.Stopped) return;
    at.is(new Progress.Computing(share));
    tell();
  }

  /// What was found for settings before the present ones is shown, too, while these are computed: it is whole.
  @Override public void found(Job job, Findings findings) {
    BenchState at = of(job.bench());
    boolean present = at.settings().equals(job.settings());
    boolean stopped = at.progress() instanceof Progress.Stopped;
    at.found(findings);
    if (!present && !stopped) at.is(new Progress.Computing(0));
    tell();
  }

  @Override public void failed(Job job, String why) {
    if (of(job.bench()).settings().equals(job.settings())) of(job.bench()).is(new Progress.Failed(why));
    tell();
  }

  @Override public void close() { worker.close(); }
}

package dropoutlab.ui.theory;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Settings;
import dropoutlab.figure.theory.VerdictGlyph;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// One bench as it stands in the window: its settings with those before and after, what was found, and what a person
/// guessed. Lives on the FX thread.
final class BenchState {
  private static final int MOST_UNDONE = 200;

  /// How far the computation is.
  sealed interface Progress {
    record Unknown() implements Progress {}

    record Computing(double share) implements Progress {}

    record Found() implements Progress {}

    record Stopped() implements Progress {}

    /// @param why in one sentence
    record Failed(String why) implements Progress {}
  }

  private final Bench bench;
  private final Deque<Settings> before = new ArrayDeque<>();
  private final Deque<Settings> after = new ArrayDeque<>();
  private Settings settings;
  private Findings findings;
  private Progress progress = new Progress.Unknown();
  private boolean asking;
  private boolean wasAsked;
  private int next;
  private List<Double> guess;

  BenchState(Bench bench) {
    this.bench = bench;
    settings = bench.defaults();
    clearGuess();
  }

  Bench bench() { return bench; }

  Settings settings() { return settings; }

  /// What was found last, of these settings or of those before; empty before the first.
  Optional<Findings> findings() { return Optional.ofNullable(findings); }

  Progress progress() { return progress; }

  Ask ask() { return bench.ask(settings); }

  /// Whether the answer is hidden, and a person is asked for it.
  boolean asks() { return asking; }

  boolean wasAsked() { return wasAsked; }

  /// What a person guessed, NaN where nothing yet.
  List<Double> guess() { return guess; }

  /// The number of the guess that the keyboard places.
  int next() { return next; }

  boolean guessIsWhole() { return guess.stream().noneMatch(value -> value.isNaN()); }

  boolean guessIsEmpty() { return guess.stream().allMatch(value -> value.isNaN()); }

  /// Takes other settings. `oneGesture` says that they belong to the change before, as while a slider is dragged.
  void change(UnaryOperator<Settings> change, boolean oneGesture) {
    Settings next = change.apply(settings);
    if (next.equals(settings)) return;
    if (!oneGesture) {
      before.push(settings);
      if (before.size() > MOST_UNDONE) before.removeLast();
      after.clear();
    }
    settings = next;
    keepGuess();
  }

  boolean undo() { return travel(before, after); }

  boolean redo() { return travel(after, before); }

  private boolean travel(Deque<Settings> from, Deque<Settings> to) {
    if (from.isEmpty()) return false;
    to.push(settings);
    settings = from.pop();
    keepGuess();
    return true;
  }

  /// A guess with another number of numbers answers another question.
  private void keepGuess() {
    if (guess.size() != ask().numbers()) clearGuess();
  }

  void clearGuess() {
    guess = Collections.nCopies(ask().numbers(), Double.NaN);
    next = 0;
  }

  void guess(int index, double value) {
    List<Double> changed = new ArrayList<>(guess);
    changed.set(index, value);
    guess = List.copyOf(changed);
    next = index;
  }

  void goTo(int index) { next = Math.clamp(index, 0, guess.size() - 1); }

  void ask(boolean on) {
    asking = on;
    wasAsked = true;
  }

  void is(Progress next) { progress = next; }

  void found(Findings next) {
    findings = next;
    progress = new Progress.Found();
  }

  /// The glyph that stands for it in the list and the score.
  VerdictGlyph glyph() {
    if (asking) return VerdictGlyph.YOUR_TURN;
    if (progress instanceof Progress.Stopped || progress instanceof Progress.Failed) return VerdictGlyph.STOPPED;
    return findings == null ? VerdictGlyph.UNKNOWN : VerdictGlyph.of(verdict(findings));
  }

  /// A failure of any row is one of the claim; else the headline decides.
  static Verdict verdict(Findings findings) {
    return findings.rows().stream().anyMatch(row -> row.verdict() == Verdict.FAILS) ? Verdict.FAILS : findings.headline().verdict();
  }
}

package dropoutlab.ui.theory;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.ui.theory.BenchState.Progress;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Lets the clock of a bench run: evenly in the logarithm, so that the first masks are seen as well as the last. It waits
/// for what it asked for, so that no picture is left out.
final class Clockwork extends AnimationTimer {
  private static final double SLOWEST_SECONDS = 40, FASTEST_SECONDS = 1.5;

  private final Desk desk;
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
  private BenchState of;
  private double seconds;
  private double exact;
  private long before;

  Clockwork(Desk desk) { this.desk = desk; }

  static Optional<Control.Clock> of(Bench bench) {
    return bench.controls().stream().filter(Control.Clock.class::isInstance).map(Control.Clock.class::cast).findFirst();
  }

  ReadOnlyBooleanProperty playing() { return playing.getReadOnlyProperty(); }

  /// @param share from 0, the slowest, to 1
  void setSpeed(double share) { seconds = SLOWEST_SECONDS * Math.pow(FASTEST_SECONDS / SLOWEST_SECONDS, share); }

  void playOrPause() {
    if (playing.get()) stop();
    else of(desk.state().bench()).ifPresent(this::begin);
  }

  private void begin(Control.Clock clock) {
    of = desk.state();
    double now = of.settings().get(clock.id());
    if (now >= clock.start()) now = clock.least();
    exact = now;
    before = 0;
    desk.endGesture();
    desk.beginGesture();
    put(clock);
    playing.set(true);
    start();
  }

  private void put(Control.Clock clock) { desk.change(settings -> settings.with(clock.id(), Math.floor(exact))); }

  @Override public void handle(long now) {
    if (desk.state() != of) {
      stop();
      return;
    }
    Control.Clock clock = of(of.bench()).orElseThrow();
    double passed = before == 0 ? 0 : (now - before) / 1e9;
    before = now;
    if (of.progress() instanceof Progress.Computing) return;
    double end = clock.start(), least = Math.max(1, clock.least());
    exact = Math.min(end, Math.max(exact, least) * Math.pow(end / least, Math.min(.1, passed) / seconds));
    put(clock);
    if (exact >= end) stop();
  }

  @Override public void stop() {
    super.stop();
    if (playing.get()) desk.endGesture();
    playing.set(false);
  }

  /// One pass, mask or step more.
  void step() {
    stop();
    of(desk.state().bench()).ifPresent(clock -> desk.change(settings -> settings.with(clock.id(), settings.get(clock.id()) + 1)));
  }
}

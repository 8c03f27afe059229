package dropoutlab.ui.parts;

import dropoutlab.frame.Viewport;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.KeyEvent;

/// Where the probe stands: it follows the pointer, and goes back to the place where it is held when the pointer leaves.
/// A click holds it where it is, until the pointer has left and come again. While it follows, the next place is asked
/// for only when an answer to the last has come.
public final class ProbePlace {
  /// Of a key, as a share of the window: on a line points are placed with it.
  private static final double STEP_ON_LINE = 1.0 / 100;
  private static final double STEP_ON_PLANE = 1.0 / 30;

  private final Supplier<Optional<List<Double>>> asked;
  private final Consumer<Optional<List<Double>>> ask;
  private Optional<List<Double>> held = Optional.empty();
  private Optional<List<Double>> next = Optional.empty();
  private boolean following;
  private boolean clicked;
  private boolean waiting;

  /// @param asked the place that was asked for last
  /// @param ask   asks for another
  public ProbePlace(Supplier<Optional<List<Double>>> asked, Consumer<Optional<List<Double>>> ask) {
    this.asked = asked;
    this.ask = ask;
  }

  public Optional<List<Double>> held() { return held; }

  public boolean isFollowing() { return following; }

  /// Holds the probe at a place, in the user's units; empty: there is none.
  public void hold(Optional<List<Double>> at) {
    held = at;
    following = false;
    next = Optional.empty();
    ask.accept(at);
  }

  /// Holds the probe at a place that was remembered, where it has as many numbers as the one that is held now.
  public void restore(Optional<List<Double>> at) {
    if (at.isPresent() && held.isPresent() && at.get().size() == held.get().size()) hold(at);
  }

  public void click(List<Double> at) {
    clicked = true;
    hold(Optional.of(at));
  }

  /// The arrow keys move the held probe, of one number or two, by a step along the window, and never out of it.
  public void press(KeyEvent event, Viewport window) {
    switch (event.getCode()) {
      case LEFT -> shift(-1, 0, window);
      case RIGHT -> shift(1, 0, window);
      case UP -> shift(0, 1, window);
      case DOWN -> shift(0, -1, window);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void shift(int right, int up, Viewport window) {
    if (held.isEmpty()) return;
    List<Double> at = held.get();
    double step = at.size() == 1 ? STEP_ON_LINE : STEP_ON_PLANE;
    double dx = right * step * (window.xMax() - window.xMin()), dy = up * step * (window.yMax() - window.yMin());
    double x = Math.clamp(at.getFirst() + dx, window.xMin(), window.xMax());
    if (at.size() == 1) hold(Optional.of(List.of(x)));
    else hold(Optional.of(List.of(x, Math.clamp(at.get(1) + dy, window.yMin(), window.yMax()))));
  }

  public void follow(List<Double> at) {
    if (clicked) return;
    following = true;
    next = Optional.of(at);
    if (!waiting) askNext();
  }

  public void leave() {
    clicked = false;
    if (following) hold(held);
  }

  /// An answer has come back.
  public void answered() {
    waiting = false;
    askNext();
  }

  private void askNext() {
    if (next.isEmpty()) return;
    waiting = !next.equals(asked.get());
    ask.accept(next);
    next = Optional.empty();
  }
}

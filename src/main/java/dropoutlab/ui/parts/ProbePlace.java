package dropoutlab.ui.parts;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Where the probe stands: it follows the pointer, and goes back to the place where it is held when the pointer leaves.
/// A click holds it where it is, until the pointer has left and come again. While it follows, the next place is asked
/// for only when an answer to the last has come.
public final class ProbePlace {
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

  public void click(List<Double> at) {
    clicked = true;
    hold(Optional.of(at));
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

package dropoutlab.ui.train;

import dropoutlab.frame.PortraitRequest;
import dropoutlab.ui.fx.LabModel;
import java.util.List;
import java.util.Optional;

/// Where the probe stands: it follows the pointer, and goes back to the place where it is held when the pointer leaves.
/// A click holds it where it is, until the pointer has left and come again. While it follows, the next place is asked
/// for only when an answer to the last has come.
final class ProbePlace {
  private final LabModel model;
  private Optional<List<Double>> held = Optional.empty();
  private Optional<List<Double>> next = Optional.empty();
  private boolean following;
  private boolean clicked;
  private boolean asked;

  ProbePlace(LabModel model) { this.model = model; }

  Optional<List<Double>> held() { return held; }

  boolean isFollowing() { return following; }

  /// Holds the probe at a place, in the user's units; empty: there is none.
  void hold(Optional<List<Double>> at) {
    held = at;
    following = false;
    next = Optional.empty();
    ask(at);
  }

  void click(List<Double> at) {
    clicked = true;
    hold(Optional.of(at));
  }

  void follow(List<Double> at) {
    if (clicked) return;
    following = true;
    next = Optional.of(at);
    if (!asked) askNext();
  }

  void leave() {
    clicked = false;
    if (following) hold(held);
  }

  /// A portrait has come back.
  void answered() {
    asked = false;
    askNext();
  }

  private void askNext() {
    if (next.isEmpty()) return;
    asked = !next.equals(model.watched().get().probe());
    ask(next);
    next = Optional.empty();
  }

  private void ask(Optional<List<Double>> at) {
    model.watch(r -> new PortraitRequest(r.uncertainty(), r.passes(), r.held(), r.cells(), at, r.example()));
  }
}

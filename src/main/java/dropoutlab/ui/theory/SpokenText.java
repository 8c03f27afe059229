package dropoutlab.ui.theory;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;
import javafx.util.Subscription;

/// What a screen reader says of a node that changes all the time: it is made when the node has the focus, else at most
/// every two seconds, since making it takes longer than a frame may.
final class SpokenText {
  private static final Duration REST = Duration.seconds(2);

  private final Node node;
  private final PauseTransition rest = new PauseTransition(REST);
  private Supplier<String> next;
  private boolean resting;

  SpokenText(Node node) {
    this.node = node;
    rest.setOnFinished(_ -> {
      resting = false;
      if (next != null) tell();
    });
  }

  /// Tells the latest when the node gets the focus, until the subscription is closed.
  Subscription bind() {
    return Subscription.combine(node.focusedProperty().subscribe(focused -> { if (focused && next != null) tell(); }),
        () -> {
          rest.stop();
          resting = false;
        });
  }

  /// Has something else to tell.
  ///
  /// @param atOnce whether what was told before must not be heard any more
  void is(Supplier<String> text, boolean atOnce) {
    next = text;
    if (atOnce || node.isFocused() || !resting) tell();
  }

  private void tell() {
    node.setAccessibleText(next.get());
    next = null;
    resting = true;
    rest.playFromStart();
  }
}

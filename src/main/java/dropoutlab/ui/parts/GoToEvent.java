package dropoutlab.ui.parts;

import javafx.event.Event;
import javafx.event.EventType;

/// Asks the window to show another workspace. Fired from within the one that is shown.
public final class GoToEvent extends Event {
  public static final EventType<GoToEvent> GO_TO = new EventType<>(Event.ANY, "GO_TO");

  private final String workspace;

  /// @param workspace by its id
  public GoToEvent(String workspace) {
    super(GO_TO);
    this.workspace = workspace;
  }

  public String workspace() { return workspace; }
}

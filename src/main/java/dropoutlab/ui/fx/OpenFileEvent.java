package dropoutlab.ui.fx;

import javafx.event.Event;
import javafx.event.EventType;

/// Asks the window to let the person choose a file, and to open it. Fired from within a workspace.
public final class OpenFileEvent extends Event {
  public static final EventType<OpenFileEvent> OPEN = new EventType<>(Event.ANY, "OPEN_FILE");

  public OpenFileEvent() { super(OPEN); }
}

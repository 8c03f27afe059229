package dropoutlab.ui.fx;

import javafx.event.Event;
import javafx.event.EventType;

/// Asks the window to open the Export sheet for a figure. Fired from within the workspace that shows it.
public final class ExportEvent extends Event {
  public static final EventType<ExportEvent> EXPORT = new EventType<>(Event.ANY, "EXPORT");

  private final transient FigureCanvas canvas;

  public ExportEvent(FigureCanvas canvas) {
    super(EXPORT);
    this.canvas = canvas;
  }

  public FigureCanvas canvas() { return canvas; }
}

package dropoutlab.ui.sweep;

import dropoutlab.sweep.Summary;
import dropoutlab.words.Words;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/// How far all runs are: grey what is done, ink what runs, hatched what is lost or has failed.
final class ProgressStrip extends Pane {
  private static final double HEIGHT = 7, HATCH = 4;

  private final Region track = part("strip-track"), done = part("strip-done"), running = part("strip-running");
  private final Pane missing = new Pane();
  private double doneShare, runningShare, missingShare;

  ProgressStrip() {
    setId("sweepProgress");
    setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    missing.getStyleClass().add("strip-missing");
    getChildren().addAll(track, done, running, missing);
    setMinSize(80, HEIGHT);
    setPrefSize(250, HEIGHT);
    setMaxHeight(HEIGHT);
  }

  private static Region part(String style) {
    Region part = new Region();
    part.getStyleClass().add(style);
    return part;
  }

  void show(Summary of) {
    double all = Math.max(1, of.runs());
    doneShare = of.results() / all;
    runningShare = of.running() / all;
    missingShare = (of.lost() + of.failed()) / all;
    setAccessibleText(Words.of("sweepview.bar.progress", of.results(), of.runs(), of.running(), of.waiting(), of.lost()
        + of.failed()));
    requestLayout();
  }

  @Override protected void layoutChildren() {
    double width = getWidth(), a = snapPositionX(doneShare * width), b = snapPositionX(a + runningShare * width);
    double c = snapPositionX(b + missingShare * width);
    track.resizeRelocate(0, 0, width, HEIGHT);
    done.resizeRelocate(0, 0, a, HEIGHT);
    running.resizeRelocate(a, 0, b - a, HEIGHT);
    missing.resizeRelocate(b, 0, c - b, HEIGHT);
    hatch(c - b);
  }

  private void hatch(double width) {
    if (Math.abs(missing.getChildren().size() * HATCH - width) < HATCH && !missing.getChildren().isEmpty()) return;
    missing.getChildren().clear();
    missing.setClip(new Rectangle(width, HEIGHT));
    for (double x = 0; x < width + HEIGHT; x += HATCH) {
      Line line = new Line(x, 0, x - HEIGHT, HEIGHT);
      line.getStyleClass().add("strip-hatch");
      missing.getChildren().add(line);
    }
  }
}

package dropoutlab.ui.train;

import dropoutlab.data.Schema;
import dropoutlab.frame.Probe;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.Numbers;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The T passes at the probe as a histogram, with their mean and spread.
final class ProbePane extends VBox {
  private final Label title = Controls.label("", "card-title");
  private final Label place = Controls.label("", "number", "muted");
  private final FigureCanvas canvas;
  private final Label mean = Controls.label("–", "number");
  private final Label sd = Controls.label("–", "number");
  private final Label masksOff = Controls.label("–", "number");

  ProbePane(Appearance appearance) {
    super(3);
    canvas = new FigureCanvas(appearance, "probe", "Histogram of the passes at the probe");
    mean.setId("probeMean");
    sd.setId("probeSd");
    VBox.setVgrow(canvas, Priority.ALWAYS);
    getChildren().addAll(title, place, canvas, row("mean", mean), row("sd", sd), row("masks off", masksOff));
  }

  private static HBox row(String name, Label value) {
    return new HBox(Controls.label(name, "muted"), Controls.spring(), value);
  }

  Subscription bind() { return canvas.bind(); }

  FigureCanvas canvas() { return canvas; }

  void show(Probe probe, int passes, Schema schema) {
    title.setText(passes + (passes == 1 ? " pass at the probe" : " passes at the probe"));
    place.setText(place(probe));
    mean.setText(Numbers.significant(probe.mean()));
    sd.setText(Numbers.significant(probe.sd()));
    masksOff.setText(Numbers.significant(probe.deterministic()));
    canvas.show(UncertaintyFigures.histogram(probe, schema));
  }

  private static String place(Probe probe) {
    String x = Numbers.significant(probe.at().at(0, 0));
    return probe.at().cols() == 1 ? "x = " + x : "x = (" + x + ", " + Numbers.significant(probe.at().at(0, 1)) + ")";
  }
}

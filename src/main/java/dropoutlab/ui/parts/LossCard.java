package dropoutlab.ui.parts;

import dropoutlab.figure.catalogue.Draw;
import dropoutlab.figure.catalogue.WaitingFigure;
import dropoutlab.figure.learned.LossFigure;
import dropoutlab.figure.learned.LossPair;
import dropoutlab.figure.plot.Hit;
import dropoutlab.frame.Frame;
import dropoutlab.frame.History;
import dropoutlab.frame.NetworkState;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.ExportEvent;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.words.Words;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// The loss curves; dragging along them shows the network as it was.
public final class LossCard extends CardPane {
  private static final double FRAMES_PER_SECOND = 10;
  private static final String PAST = Words.of("trainview.loss.past");

  private final FigureCanvas loss;
  private final ToggleButton log = Controls.chip("logLoss", Words.of("trainview.loss.log"),
      Words.of("trainview.loss.log.tip"));
  private final Button present =
      Controls.button("present-time", Words.of("trainview.loss.now"), Feather.CORNER_DOWN_RIGHT,
          Words.of("trainview.loss.now.tip"));
  private final Button export =
      Controls.button("exportLoss", Words.of("trainview.loss.export"), Feather.DOWNLOAD,
          Words.of("trainview.loss.export.tip"));
  private final Function<Frame, Optional<LossPair>> pair;
  private final Set<String> toldOf = new HashSet<>();
  private Frame frame;
  private LabModel model;

  /// @param pair whose curves are compared, by the frame; empty for those of all networks
  public LossCard(Appearance appearance, Function<Frame, Optional<LossPair>> pair) {
    super("lossCard", Words.of("trainview.loss.title"), PAST);
    this.pair = pair;
    loss = new FigureCanvas(appearance, "loss", Words.of("trainview.loss.tip"));
    loss.setFocusTraversable(true);
    VBox.setVgrow(loss, Priority.ALWAYS);
    log.setSelected(true);
    present.getStyleClass().add("chip");
    export.getStyleClass().add("chip");
    Controls.present(present, false);
    getChildren().add(loss);
    addTools(present, log, export);
  }

  public FigureCanvas loss() { return loss; }

  /// How the curves are drawn, as `render` takes it.
  public Map<String, String> options() { return log.isSelected() ? Map.of("log", "true") : Map.of(); }

  public boolean isLog() { return log.isSelected(); }

  public void log(boolean on) { log.setSelected(on); }

  public void logOrNot() { log.setSelected(!log.isSelected()); }

  public Subscription bind(LabModel model) {
    this.model = model;
    loss.setOnHitDragged(hit -> { if (hit instanceof Hit.Epoch at) scrub(at.epoch()); });
    loss.setOnKeyPressed(this::press);
    export.setOnAction(_ -> loss.fireEvent(new ExportEvent(loss)));
    present.setOnAction(_ -> model.run().scrub(OptionalInt.empty()));
    return Subscription.combine(loss.bind(), log.selectedProperty().subscribe(_ -> draw()),
        model.data().subscribe(_ -> await()), model.stage().subscribe(_ -> { if (frame == null) await(); }),
        model.pump().onFrame(FRAMES_PER_SECOND, this::show), () -> frame = null);
  }

  private void await() {
    frame = null;
    String[] words = model.stage().get().waitsFor(Words.of("trainview.loss.wait"),
        Words.of("trainview.loss.wait.short"));
    loss.await(model.data().get() == null ? WaitingFigure.of(words) : WaitingFigure.amid(new LossFigure(History.EMPTY,
        new LossFigure.Options(log.isSelected(), OptionalInt.empty(), "",
            axisEnd(0, model.experiment().get().training().epochs()), lossName())), words));
  }

  private String lossName() { return Draw.lossName(model.data().get().schema().task()); }

  private void show(Frame next) {
    frame = next;
    Controls.present(present, next.scrubbed().isPresent());
    next.scrubbed().ifPresentOrElse(
        epoch -> setAside(Words.of("trainview.loss.scrubbed", epoch),
            Words.of("trainview.loss.scrubbed.short", epoch)),
        () -> setAside(PAST));
    tellOfStopped(next);
    draw();
  }

  /// Once of each network beside that has stopped alone, of which its curve's end says little.
  private void tellOfStopped(Frame next) {
    for (NetworkState each : next.networks())
      each.failure().filter(_ -> toldOf.add(next.run() + each.name()))
          .ifPresent(why -> model.editor().report(why.sentences()));
  }

  private void scrub(int epoch) {
    if (frame == null || frame.scrubbed().equals(OptionalInt.of(epoch))) return;
    model.run().scrub(OptionalInt.of(epoch));
  }

  private void press(KeyEvent event) {
    if (frame == null || frame.history().size() == 0) return;
    int now = frame.scrubbed().orElse(frame.progress().epoch());
    int last = frame.history().epoch(frame.history().size() - 1);
    int jump = Math.max(1, last / 50);
    switch (event.getCode()) {
      case LEFT -> scrub(Math.max(0, now - jump));
      case RIGHT -> scrub(Math.min(last, now + jump));
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void draw() {
    if (frame == null) return;
    loss.show(new LossFigure(frame.history(), new LossFigure.Options(log.isSelected(), frame.scrubbed(),
        pair.apply(frame).isPresent() ? "" : Draw.rate(frame.dropRates()), axisEnd(frame), lossName(), pair.apply(frame))));
  }

  /// The axis grows in round steps, so that the curves do not shrink at every epoch.
  private static int axisEnd(Frame frame) {
    int last = frame.history().size() == 0 ? 0 : frame.history().epoch(frame.history().size() - 1);
    return axisEnd(last, frame.experiment().training().epochs());
  }

  private static int axisEnd(int last, int planned) {
    int end = 20;
    while (end < last) end = Integer.toString(end).startsWith("2") ? end / 2 * 5 : end * 2;
    return last >= planned ? last : Math.min(end, planned);
  }
}

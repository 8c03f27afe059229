package dropoutlab.ui.train;

import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.run.Slot;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.AskedOptions;
import dropoutlab.ui.parts.LossCard;
import dropoutlab.ui.parts.Remembered;
import dropoutlab.ui.parts.Shares;
import dropoutlab.ui.parts.Workspace;
import dropoutlab.words.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The whole story of dropout on one screen: what is set, the network, its loss, what it learned, and how sure it is.
public final class TrainWorkspace extends HBox implements Workspace {
  private static final double GAP = 12;

  private final ControlPanel controls;
  private final PresetCard card = new PresetCard();
  private final NetworkCard network;
  private final LossCard loss;
  private final LearnedCard learned;
  private final UncertaintyCard uncertainty;
  private LabModel model;

  public TrainWorkspace(Appearance appearance) {
    getStyleClass().add("workspace");
    controls = new ControlPanel(appearance);
    network = new NetworkCard(appearance);
    loss = new LossCard(appearance, _ -> Optional.empty());
    learned = new LearnedCard(appearance);
    uncertainty = new UncertaintyCard(appearance);
    Shares left = new Shares(Orientation.VERTICAL, GAP).with(0.58, network).with(0.42, loss);
    Shares right = new Shares(Orientation.VERTICAL, GAP).with(0.43, learned).with(0.57, uncertainty);
    uncertainty.roomy().subscribe(roomy -> right.setWeight(uncertainty, roomy ? 0.57 : 0));
    Shares columns = new Shares(Orientation.HORIZONTAL, GAP).with(0.62, left).with(0.38, right);
    VBox.setVgrow(columns, Priority.ALWAYS);
    VBox main = new VBox(GAP, card, columns);
    main.setMinWidth(0);
    HBox.setHgrow(main, Priority.ALWAYS);
    getChildren().addAll(controls, main);
  }

  @Override public String id() { return "train"; }

  @Override public String title() { return Words.of("trainview.workspace.title"); }

  @Override public Region view() { return this; }

  @Override public Subscription bind(LabModel model) {
    this.model = model;
    return Subscription.combine(controls.bind(model), card.bind(model));
  }

  @Override public Subscription show(LabModel model) {
    return Subscription.combine(network.bind(model), loss.bind(model),
        learned.bind(model, controls.points(), uncertainty.probed()), uncertainty.bind(model));
  }

  @Override public void showControls(boolean shown) { Controls.present(controls, shown); }

  @Override public ReadOnlyBooleanProperty controlsShownProperty() { return controls.visibleProperty(); }

  @Override public void focusDropRate() {
    showControls(true);
    controls.dropSlider().requestFocus();
  }

  @Override public void changeDropRate(double delta) { controls.dropout().change(delta); }

  @Override public void logOrNot() { loss.logOrNot(); }

  @Override public Map<String, String> remember() {
    return new Remembered().with("example", network.example()).with("log", loss.isLog()).with("probe", uncertainty.held()).values();
  }

  @Override public void restore(Map<String, String> values) {
    Remembered remembered = new Remembered(values);
    remembered.count("example").ifPresent(network::restoreExample);
    remembered.text("log").ifPresent(_ -> loss.log(remembered.is("log")));
    uncertainty.restore(remembered.place("probe"));
  }

  @Override public Map<String, String> options(String figure) {
    if (figure.equals(FigureKind.LOSS.id())) return loss.options();
    if (figure.equals(FigureKind.NETWORK.id()) || figure.equals(FigureKind.MASKS.id())) return network.options();
    Map<String, String> asked = AskedOptions.of(model.query(Slot.PASSES).get());
    if (uncertainty.figures().containsKey(figure)) return asked;
    return asked.containsKey("probe") ? Map.of("probe", asked.get("probe")) : Map.of();
  }

  @Override public Map<String, Supplier<FigureCanvas>> figures() {
    Map<String, Supplier<FigureCanvas>> figures = new LinkedHashMap<>();
    figures.put(FigureKind.NETWORK.id(), network::network);
    figures.put(FigureKind.MASKS.id(), network::masks);
    figures.put(FigureKind.LOSS.id(), loss::loss);
    figures.putAll(learned.figures());
    figures.putAll(uncertainty.figures());
    return figures;
  }
}

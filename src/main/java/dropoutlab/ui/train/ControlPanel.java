package dropoutlab.ui.train;

import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.LabModel;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The left panel: everything that can be set, from the data to the twin.
final class ControlPanel extends ScrollPane {
  private final DataSection data;
  private final NetworkSection network = new NetworkSection();
  private final FileSection file = new FileSection();
  private final DropoutSection dropout = new DropoutSection();
  private final CompareSection compare = new CompareSection();
  private final TrainingSection training = new TrainingSection();
  private final RegulariserSection regularisers = new RegulariserSection();

  ControlPanel(Appearance appearance) {
    setId("controls");
    getStyleClass().addAll("card", "control-panel");
    data = new DataSection(appearance);
    VBox sections = new VBox(data, network, file, dropout, compare, training, regularisers);
    sections.getStyleClass().add("sections");
    setContent(sections);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
  }

  Subscription bind(LabModel model) {
    return Subscription.combine(data.bind(model), network.bind(model), file.bind(model), dropout.bind(model),
        compare.bind(model), training.bind(model), regularisers.bind(model));
  }

  DropoutSection dropout() { return dropout; }

  Slider dropSlider() { return dropout.slider(); }

  PointsEditor points() { return data.points(); }
}

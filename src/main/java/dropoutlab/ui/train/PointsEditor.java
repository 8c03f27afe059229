package dropoutlab.ui.train;

import dropoutlab.spec.DataSpec.Point;
import dropoutlab.spec.DataSpec.Points;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Task;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.OwnPoints;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Points clicked onto the map or the plot: the set that is shown becomes the person's own, and grows by a point a
/// click.
final class PointsEditor extends VBox {
  private final ToggleButton toggle =
      Controls.chip("addPoints", Words.of("trainview.points.add"), Words.of("trainview.points.add.tip"));
  private final ToggleGroup group = new ToggleGroup();
  private final HBox classes = new HBox(4);
  private final Label hint =
      Controls.label(Words.of("trainview.points.hint"), "faint");
  private final Button clear = Controls.button("clearPoints", Words.of("trainview.points.clear"), Feather.TRASH_2,
      Words.of("trainview.points.clear.tip"));
  private DataSpec before;

  PointsEditor() {
    super(4);
    for (int label = 0; label < 3; label++) {
      ToggleButton chip = Controls.chip("class-" + label, Words.of("trainview.points.class", label),
          Words.of("trainview.points.class.tip", label));
      chip.getStyleClass().add("class-chip");
      chip.setToggleGroup(group);
      chip.setUserData(label);
      chip.setOnAction(_ -> chip.setSelected(true));
      classes.getChildren().add(chip);
    }
    group.selectToggle(group.getToggles().getFirst());
    hint.setWrapText(true);
    clear.getStyleClass().add("link-button");
    getChildren().addAll(classes, hint, clear);
    Controls.present(this, false);
  }

  ToggleButton toggle() { return toggle; }

  boolean isActive() { return toggle.isSelected(); }

  Subscription bind(LabModel model) {
    clear.setOnAction(_ -> model.editor().change(e -> e.withData(before)));
    return Subscription.combine(
        toggle.selectedProperty().subscribe(on -> Controls.present(this, on)),
        model.data().subscribe(data -> {
          boolean own = data != null && model.experiment().get().data() instanceof Points;
          if (data != null && !own) before = model.experiment().get().data();
          clear.setDisable(!own || before == null);
          boolean drawable = data != null && OwnPoints.canHold(data.schema());
          toggle.setDisable(!drawable);
          if (!drawable) toggle.setSelected(false);
          else Controls.present(classes, data.schema().task() == Task.CLASSIFICATION);
        }));
  }

  /// Adds a point at a place in the user's units, or takes the nearest away.
  void click(LabModel model, double x, double y, boolean takeAway) {
    List<Point> points = new ArrayList<>(present(model));
    if (takeAway) {
      points.stream().min(Comparator.comparingDouble(p -> OwnPoints.distance(model.data().get().schema(), p, x, y)))
          .ifPresent(points::remove);
    } else {
      boolean labelled = model.data().get().schema().task() == Task.CLASSIFICATION;
      points.add(new Point(x, y, labelled ? (int) group.getSelectedToggle().getUserData() : 0));
    }
    Task task = model.data().get().schema().task();
    model.editor().change(e -> e.withData(new Points(task, points, DataSpec.VALIDATION_SHARE, e.data().seed())));
  }

  private static List<Point> present(LabModel model) {
    if (model.experiment().get().data() instanceof Points own) return own.points();
    return OwnPoints.of(model.data().get(), Integer.MAX_VALUE);
  }
}

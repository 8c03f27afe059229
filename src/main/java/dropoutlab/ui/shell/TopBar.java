package dropoutlab.ui.shell;

import dropoutlab.ui.fx.Controls;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Name, workspaces, and what concerns the whole window: present, export, theme.
final class TopBar extends HBox {
  private final Button present =
      Controls.button("present", "Present", Feather.MONITOR, "Present: hide the controls (F11)");
  private final MenuButton export = new MenuButton("Export");
  private final Button theme = Controls.button("theme", "Theme", Feather.SUN, "Next theme (T)");

  TopBar() {
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label name = new Label("Dropout Lab");
    name.getStyleClass().add("product-name");
    ToggleButton train = new ToggleButton("Train");
    train.setId("train");
    train.setSelected(true);
    train.getStyleClass().add("tab-button");
    train.setOnAction(_ -> train.setSelected(true));
    export.setId("export");
    export.setGraphic(Controls.icon(Feather.DOWNLOAD));
    export.setAccessibleText("Export the experiment, the history, the model or a figure");
    getChildren().addAll(logo(), name, Controls.gap(14), train, Controls.spring(), present, export, theme);
  }

  Subscription bind(MainWindow window, ExportMenu exports) {
    present.setOnAction(_ -> window.presentOrNot());
    theme.setOnAction(_ -> window.nextLook());
    export.getItems().setAll(exports.items());
    return window.look().subscribe(look -> {
      theme.setText(look.next().title());
      Controls.explain(theme, "Change to the " + look.next().title().toLowerCase(Locale.ROOT) + " theme (T)");
      theme.setGraphic(Controls.icon(switch (look.next()) {
        case LIGHT -> Feather.SUN;
        case DARK -> Feather.MOON;
        case PROJECTOR -> Feather.CAST;
      }));
    });
  }

  /// A dropped unit among kept ones.
  private static Node logo() {
    StackPane logo = new StackPane();
    logo.getStyleClass().add("logo");
    Circle ring = new Circle(7.5);
    ring.getStyleClass().add("logo-ring");
    Line down = new Line(-3.2, -3.2, 3.2, 3.2);
    Line up = new Line(-3.2, 3.2, 3.2, -3.2);
    down.getStyleClass().add("logo-cross");
    up.getStyleClass().add("logo-cross");
    logo.getChildren().addAll(ring, down, up);
    return logo;
  }
}

package dropoutlab.ui.shell;

import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.parts.Workspace;
import dropoutlab.ui.saving.FileMenu;
import dropoutlab.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Name, workspaces, and what concerns the whole window: present, export, theme.
final class TopBar extends HBox {
  private final Button present =
      Controls.button("present", Words.of("shell.present"), Feather.MONITOR, Words.of("shell.present.tip"));
  private final Button export =
      Controls.button("export", Words.of("shell.export"), Feather.DOWNLOAD, Words.of("shell.export.tip"));
  private final Button theme = Controls.button("theme", "", Feather.SUN, "");
  private final FileMenu file = new FileMenu();
  private final ToggleGroup tabs = new ToggleGroup();

  TopBar(List<Workspace> workspaces) {
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label name = new Label(Words.of("shell.product"));
    name.getStyleClass().add("product-name");
    HBox tabRow = new HBox(4);
    for (int i = 0; i < workspaces.size(); i++) tabRow.getChildren().add(tab(workspaces.get(i), i + 1));
    tabRow.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(logo(), name, Controls.gap(14), tabRow, Controls.spring(), file, present, export, theme);
  }

  FileMenu file() { return file; }

  private ToggleButton tab(Workspace workspace, int number) {
    ToggleButton tab = new ToggleButton(workspace.title());
    tab.setId("tab-" + workspace.id());
    tab.getStyleClass().add("tab-button");
    tab.setToggleGroup(tabs);
    tab.setUserData(workspace);
    Controls.explain(tab, Words.of("shell.workspace", workspace.title(), number));
    // Another click must not leave the window without a workspace.
    tab.setOnAction(_ -> tab.setSelected(true));
    return tab;
  }

  Subscription bind(MainWindow window) {
    present.setOnAction(_ -> window.presentOrNot());
    theme.setOnAction(_ -> window.nextLook());
    export.setOnAction(_ -> window.export().open());
    return Subscription.combine(bindTabs(window), window.look().subscribe(look -> {
      theme.setText(look.next().title());
      Controls.explain(theme, look.next().change());
      theme.setGraphic(Controls.icon(switch (look.next()) {
        case LIGHT -> Feather.SUN;
        case DARK -> Feather.MOON;
        case PROJECTOR -> Feather.CAST;
      }));
    }));
  }

  private Subscription bindTabs(MainWindow window) {
    return Subscription.combine(
        window.shown().subscribe(workspace ->
            tabs.getToggles().stream().filter(tab -> tab.getUserData() == workspace).forEach(tabs::selectToggle)),
        tabs.selectedToggleProperty().subscribe((_, tab) -> {
          if (tab != null) window.shown().set((Workspace) tab.getUserData());
        }));
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

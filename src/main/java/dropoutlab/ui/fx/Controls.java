package dropoutlab.ui.fx;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The small parts that all panels are made of.
public final class Controls {
  private Controls() {}

  public static FontIcon icon(Feather feather) { return new FontIcon(feather); }

  /// A button with an icon before its text; `tip` is its tooltip and what a screen reader says.
  public static Button button(String id, String text, Feather feather, String tip) {
    Button button = new Button(text, icon(feather));
    button.setId(id);
    explain(button, tip);
    return button;
  }

  public static Button iconButton(String id, Feather feather, String tip) {
    Button button = button(id, "", feather, tip);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, "icon-button");
    return button;
  }

  /// A small button without a frame.
  public static Button quietButton(String id, Feather feather, String tip) {
    Button button = iconButton(id, feather, tip);
    button.getStyleClass().addAll(Styles.FLAT, "quiet-button");
    return button;
  }

  public static ToggleButton chip(String id, String text, String tip) {
    ToggleButton chip = new ToggleButton(text);
    chip.setId(id);
    chip.getStyleClass().add("chip");
    explain(chip, tip);
    return chip;
  }

  public static void explain(Control control, String tip) {
    Tooltip tooltip = new Tooltip(tip);
    tooltip.setShowDelay(Duration.millis(400));
    control.setTooltip(tooltip);
    control.setAccessibleText(tip);
  }

  public static Label label(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  public static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    spring.setMinWidth(0);
    return spring;
  }

  public static Region gap(double width) {
    Region gap = new Region();
    gap.setMinWidth(width);
    return gap;
  }

  /// Shows or hides a node together with the room that it takes.
  public static void present(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}

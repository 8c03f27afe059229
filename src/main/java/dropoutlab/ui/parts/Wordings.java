package dropoutlab.ui.parts;

import dropoutlab.ui.fx.Controls;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/// A sentence in several lengths: the first that fits is shown, and none where none does. Nothing is ever cut short.
public final class Wordings extends Pane {
  private final String styleClass;

  public Wordings(String styleClass, String... longestFirst) {
    this.styleClass = styleClass;
    setMinWidth(0);
    set(longestFirst);
  }

  public void set(String... longestFirst) {
    while (getChildren().size() > longestFirst.length) getChildren().removeLast();
    while (getChildren().size() < longestFirst.length) getChildren().add(Controls.label("", styleClass));
    for (int i = 0; i < longestFirst.length; i++) ((Label) getChildren().get(i)).setText(longestFirst[i]);
    requestLayout();
  }

  @Override protected double computePrefWidth(double height) {
    return getChildren().stream().mapToDouble(label -> label.prefWidth(-1)).max().orElse(0);
  }

  @Override protected double computePrefHeight(double width) {
    return getChildren().stream().mapToDouble(label -> label.prefHeight(-1)).max().orElse(0);
  }

  @Override public double getBaselineOffset() {
    return getChildren().isEmpty() ? BASELINE_OFFSET_SAME_AS_HEIGHT : getChildren().getFirst().getBaselineOffset();
  }

  @Override protected void layoutChildren() {
    boolean found = false;
    for (Node label : getChildren()) {
      double width = label.prefWidth(-1);
      label.setVisible(!found && width <= getWidth() + 0.5);
      found |= label.isVisible();
      layoutInArea(label, 0, 0, width, getHeight(), 0, javafx.geometry.HPos.LEFT, VPos.CENTER);
    }
  }
}

package dropoutlab.ui.theory;

import dropoutlab.ui.fx.Controls;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A label on the left and its control on the right; where they do not fit beside each other, the control stands below.
final class FitRow extends Pane {
  private static final double GAP = 8, LINE_GAP = 3;

  private final Label name;
  private final Region control;

  FitRow(String label, Region control) {
    name = Controls.label(label, "muted");
    name.setWrapText(true);
    this.control = control;
    getChildren().addAll(name, control);
  }

  private boolean isBeside(double width) {
    return width < 0 || name.prefWidth(-1) + GAP + control.prefWidth(-1) <= width - insets();
  }

  private double insets() {
    Insets in = getInsets();
    return in.getLeft() + in.getRight();
  }

  @Override protected double computeMinWidth(double height) { return 60; }

  @Override protected double computePrefWidth(double height) { return name.prefWidth(-1) + GAP + control.prefWidth(-1) + insets(); }

  @Override protected double computePrefHeight(double width) {
    double of = control.prefHeight(-1);
    return isBeside(width) ? Math.max(name.prefHeight(-1), of) : name.prefHeight(width) + LINE_GAP + of;
  }

  @Override protected double computeMinHeight(double width) { return computePrefHeight(width); }

  @Override protected void layoutChildren() {
    double width = getWidth(), wide = Math.min(width, control.prefWidth(-1)), high = control.prefHeight(-1);
    boolean beside = isBeside(width);
    double nameHigh = name.prefHeight(beside ? -1 : width);
    name.resizeRelocate(0, beside ? snapPositionY((getHeight() - nameHigh) / 2) : 0, beside ? name.prefWidth(-1) : width, nameHigh);
    control.resizeRelocate(snapPositionX(width - wide), beside ? snapPositionY((getHeight() - high) / 2) : nameHigh + LINE_GAP, wide, high);
  }

  @Override public Orientation getContentBias() { return Orientation.HORIZONTAL; }
}

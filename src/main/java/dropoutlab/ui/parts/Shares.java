package dropoutlab.ui.parts;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Children beside or above each other that share the room by weights; one of weight 0 takes what it prefers.
public final class Shares extends Pane {
  private static final String WEIGHT = "share-weight";

  private final Orientation orientation;
  private final double gap;

  public Shares(Orientation orientation, double gap) {
    this.orientation = orientation;
    this.gap = gap;
    setMinSize(0, 0);
  }

  public Shares with(double weight, Node child) {
    setWeight(child, weight);
    getChildren().add(child);
    return this;
  }

  public void setWeight(Node child, double weight) {
    child.getProperties().put(WEIGHT, weight);
    requestLayout();
  }

  @Override protected void layoutChildren() {
    boolean across = orientation == Orientation.HORIZONTAL;
    double width = getWidth();
    double height = getHeight();
    var shown = getChildren().stream().filter(Node::isManaged).toList();
    double free = (across ? width : height) - gap * Math.max(0, shown.size() - 1);
    double weights = 0;
    for (Node child : shown) {
      weights += weight(child);
      if (weight(child) == 0) free -= preferred(child, across);
    }
    double at = 0;
    for (Node child : shown) {
      double size = weight(child) == 0 ? preferred(child, across) : Math.max(0, free * weight(child) / weights);
      double from = snapPositionX(at);
      double to = snapPositionX(at + size);
      if (across) child.resizeRelocate(from, 0, to - from, height);
      else child.resizeRelocate(0, from, width, to - from);
      at += size + gap;
    }
  }

  private double preferred(Node child, boolean across) {
    return across ? child.prefWidth(getHeight()) : child.prefHeight(getWidth());
  }

  private static double weight(Node child) { return (double) child.getProperties().get(WEIGHT); }

  @Override protected double computePrefWidth(double height) { return 400; }

  @Override protected double computePrefHeight(double width) { return 300; }
}

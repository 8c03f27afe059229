package dropoutlab.figure.variant;

import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.Matrix;

/// A place of dropout in one of the networks, with what happened there to the examples of the batch.
///
/// @param number  from 0, the same in A and in B
/// @param name    where it is: "conv 1", "hidden 2", "state"
/// @param dropped its factors are empty where nothing was drawn
public record Site(int number, String name, Dropped dropped) {
  /// What is told of one value: y, m and ỹ in the order in which they are computed, and the gradients by both.
  ///
  /// @param factor         1 where nothing was drawn
  /// @param gradientAfter  ∂L/∂ỹ; NaN until the backward half-step has been taken
  /// @param gradientBefore ∂L/∂y, likewise
  public record Reading(double before, double factor, double after, double gradientAfter, double gradientBefore) {}

  /// Returns how many values an example has here.
  public int size() { return Math.max(dropped.before().cols(), dropped.after().cols()); }

  public double p() { return dropped.p(); }

  /// Returns whether masks were drawn.
  public boolean isDrawn() { return !dropped.factors().isEmpty(); }

  public double factor(int example, int index) {
    return isDrawn() ? dropped.factors().at(Math.min(example, dropped.factors().rows() - 1), index) : 1;
  }

  public boolean isDropped(int example, int index) { return factor(example, index) == 0; }

  /// Returns the share of an example's values that was dropped.
  public double droppedShare(int example) {
    int zero = 0;
    for (int i = 0; i < size(); i++) if (isDropped(example, i)) zero++;
    return size() == 0 ? 0 : (double) zero / size();
  }

  public Reading read(int example, int index) {
    double before = at(dropped.before(), example, index), factor = factor(example, index);
    double after = dropped.after().isEmpty() ? before * factor : at(dropped.after(), example, index);
    return new Reading(before, factor, after, at(dropped.gradientAfter(), example, index),
        at(dropped.gradientBefore(), example, index));
  }

  private static double at(Matrix values, int example, int index) {
    return values.isEmpty() || index >= values.cols() ? Double.NaN : values.at(Math.min(example, values.rows() - 1), index);
  }
}

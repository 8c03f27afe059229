package dropoutlab.math;

/// How the columns of a row are read: as `maps` x `rows` x `cols`, row-major. An image of c channels is (c, height,
/// width), a sequence of T steps with d features is (1, T, d), and a plain vector of n features is (1, 1, n).
public record Shape(int maps, int rows, int cols) {
  public Shape {
    if (maps < 1 || rows < 1 || cols < 1)
      throw new IllegalArgumentException("A shape cannot be " + maps + " x " + rows + " x " + cols);
  }

  public static Shape vector(int size) { return new Shape(1, 1, size); }

  public static Shape sequence(int steps, int width) { return new Shape(1, steps, width); }

  /// Returns the number of columns of a batch.
  public int size() { return maps * rows * cols; }

  @Override public String toString() { return maps + " x " + rows + " x " + cols; }
}

package dropoutlab.data;

/// Grey images, row by row from the top; pixel (x, y) is column y * width + x.
public record ImageShape(int width, int height) {
  public int pixels() { return width * height; }
}

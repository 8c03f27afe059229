package dropoutlab.data;

/// The size of grey images, which are stored row by row from the top; pixel (x, y) is column y * width + x.
public record ImageShape(int width, int height) {
  public int pixels() { return width * height; }
}

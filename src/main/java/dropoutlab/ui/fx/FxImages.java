package dropoutlab.ui.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// The pictures of one canvas, reused from frame to frame. A canvas only remembers which image to draw and reads its
/// pixels later, on the render thread; so each picture of a frame has an image of its own, and two frames take turns.
final class FxImages {
  private final List<WritableImage> even = new ArrayList<>();
  private final List<WritableImage> odd = new ArrayList<>();
  private boolean oddFrame;
  private int used;

  void nextFrame() {
    oddFrame = !oddFrame;
    used = 0;
  }

  /// An image with a rim of one pixel that repeats the edge: (columns + 2) x (rows + 2).
  WritableImage rimmed(int[] argb, int columns, int rows) {
    int width = columns + 2;
    int[] pixels = new int[width * (rows + 2)];
    for (int j = 0; j < rows + 2; j++) {
      int row = Math.clamp(j - 1, 0, rows - 1) * columns;
      for (int i = 0; i < width; i++) pixels[j * width + i] = argb[row + Math.clamp(i - 1, 0, columns - 1)];
    }
    WritableImage image = next(width, rows + 2);
    image.getPixelWriter().setPixels(0, 0, width, rows + 2, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return image;
  }

  private WritableImage next(int width, int height) {
    List<WritableImage> images = oddFrame ? odd : even;
    if (used == images.size()) images.add(new WritableImage(width, height));
    WritableImage image = images.get(used);
    if (image.getWidth() != width || image.getHeight() != height) {
      image = new WritableImage(width, height);
      images.set(used, image);
    }
    used++;
    return image;
  }
}

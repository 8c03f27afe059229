package dropoutlab.ui.export;

import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;

/// The window as pixels, finer than it is shown; without its pointer, its menus and what lies over it.
final class Snapshots {
  private Snapshots() {}

  static WindowPicture of(Node window) {
    int fine = WindowPicture.FINE;
    int width = fine * (int) Math.round(window.getLayoutBounds().getWidth());
    int height = fine * (int) Math.round(window.getLayoutBounds().getHeight());
    SnapshotParameters finer = new SnapshotParameters();
    finer.setTransform(Transform.scale(fine, fine));
    finer.setViewport(new Rectangle2D(0, 0, width, height));
    WritableImage image = window.snapshot(finer, null);
    int[] argb = new int[width * height];
    image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return new WindowPicture(argb, width, height);
  }
}

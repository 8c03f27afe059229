package dropoutlab.ui.export;

import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;

/// The window as pixels, twice as fine as it is shown; without its pointer, its menus and what lies over it.
final class Snapshots {
  private static final double FINE = 2;

  private Snapshots() {}

  static WindowPicture of(Node window) {
    SnapshotParameters fine = new SnapshotParameters();
    fine.setTransform(Transform.scale(FINE, FINE));
    WritableImage image = window.snapshot(fine, null);
    int width = (int) image.getWidth(), height = (int) image.getHeight();
    int[] argb = new int[width * height];
    image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return new WindowPicture(argb, width, height);
  }
}

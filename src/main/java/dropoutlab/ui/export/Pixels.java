package dropoutlab.ui.export;

import dropoutlab.export.picture.Graphics2dPen;
import dropoutlab.export.picture.Sheet;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Sheets as pixels for the screen, drawn by the pen that draws them into files. For any thread.
final class Pixels {
  private Pixels() {}

  static Image of(Sheet sheet, Glass glass) {
    BufferedImage picture = new BufferedImage(glass.width(), glass.height(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = picture.createGraphics();
    g.translate(-glass.left(), -glass.top());
    g.scale(glass.scale(sheet), glass.scale(sheet));
    sheet.draw(new Graphics2dPen(g));
    g.dispose();
    int[] argb = picture.getRGB(0, 0, glass.width(), glass.height(), null, 0, glass.width());
    if (glass.grey()) for (int i = 0; i < argb.length; i++) argb[i] = grey(argb[i]);
    WritableImage image = new WritableImage(glass.width(), glass.height());
    image.getPixelWriter().setPixels(0, 0, glass.width(), glass.height(), PixelFormat.getIntArgbInstance(), argb, 0,
        glass.width());
    return image;
  }

  /// As a printer without colours mixes it (ITU-R BT.601).
  private static int grey(int argb) {
    int grey = (299 * (argb >> 16 & 255) + 587 * (argb >> 8 & 255) + 114 * (argb & 255) + 500) / 1000;
    return argb & 0xFF000000 | grey << 16 | grey << 8 | grey;
  }
}

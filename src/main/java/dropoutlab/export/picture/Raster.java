package dropoutlab.export.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/// Sheets as pixels.
final class Raster {
  private Raster() {}

  static BufferedImage of(Sheet sheet, int width, int height, boolean transparent) {
    BufferedImage image = new BufferedImage(width, height,
        transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.scale(width / sheet.width(), height / sheet.height());
    sheet.draw(new Graphics2dPen(g));
    g.dispose();
    return image;
  }
}

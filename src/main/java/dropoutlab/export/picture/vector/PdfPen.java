package dropoutlab.export.picture.vector;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.util.Matrix;

/// The pen that writes the operators of a PDF page. Words are text in the shipped fonts where these have all letters;
/// where they have not, they are outlines that tell their text.
///
/// PDF's y grows upwards and a pen's downwards: the page is turned over once, and words and pictures are turned back.
public final class PdfPen extends ShapePen {
  private static final int ROUND_JOIN = 1;

  private final PDDocument document;
  private final PDPageContentStream page;
  private final PdfFonts fonts;
  private final PdfState state;
  private double pixels;

  /// What may fail only where a disk does, and all of this is in memory.
  private interface Writing {
    void run() throws IOException;
  }

  /// @param pixels of pictures, in a pt
  PdfPen(PDDocument document, PDPageContentStream page, PdfFonts fonts, double heightPt, double pixels) {
    this.document = document;
    this.page = page;
    this.fonts = fonts;
    this.pixels = pixels;
    state = new PdfState(page);
    write(() -> {
      page.transform(new Matrix(1, 0, 0, -1, 0, (float) heightPt));
      page.setLineJoinStyle(ROUND_JOIN);
    });
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Draws something of a size, moved to (x, y) and made `scale` times as large; what goes beyond is cut off.
  public void inset(double x, double y, double scale, double width, double height, Runnable draw) {
    clip(x, y, width * scale, height * scale);
    write(() -> page.transform(new Matrix((float) scale, 0, 0, (float) scale, (float) x, (float) y)));
    pixels *= scale;
    draw.run();
    pixels /= scale;
    unclip();
  }

  @Override public void fill(int argb) { state.fill(argb); }

  @Override public void stroke(int argb, double width, double... dash) { state.stroke(argb, width, dash); }

  @Override public void fill(Shape shape) {
    if (!state.fills()) return;
    write(() -> {
      state.takeFill();
      path(shape);
      page.fill();
    });
  }

  @Override public void stroke(Shape shape) {
    if (!state.strokes()) return;
    write(() -> {
      state.takeStroke();
      path(shape);
      page.stroke();
    });
  }

  private void path(Shape shape) throws IOException {
    if (shape instanceof Rectangle2D r) {
      page.addRect((float) r.getX(), (float) r.getY(), (float) r.getWidth(), (float) r.getHeight());
      return;
    }
    float[] at = new float[6];
    float x = 0, y = 0;
    for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
      int kind = i.currentSegment(at);
      switch (kind) {
        case PathIterator.SEG_MOVETO -> page.moveTo(at[0], at[1]);
        case PathIterator.SEG_LINETO -> page.lineTo(at[0], at[1]);
        // PDF has cubic curves alone.
        case PathIterator.SEG_QUADTO -> page.curveTo(x + (at[0] - x) * 2 / 3, y + (at[1] - y) * 2 / 3,
            at[2] + (at[0] - at[2]) * 2 / 3, at[3] + (at[1] - at[3]) * 2 / 3, at[2], at[3]);
        case PathIterator.SEG_CUBICTO -> page.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
        default -> page.closePath();
      }
      int end = kind == PathIterator.SEG_CUBICTO ? 4 : kind == PathIterator.SEG_QUADTO ? 2 : 0;
      x = at[end];
      y = at[end + 1];
    }
  }

  @Override public void text(String text, double x, double y, Type type, Align align) {
    if (text.isBlank() || !state.fills()) return;
    if (AwtFonts.stands(text, type.face())) write(() -> show(text, x - before(text, type, align), y, type));
    else write(() -> outlined(text, x, y, type, align));
  }

  private double before(String text, Type type, Align align) {
    return switch (align) {
      case LEFT -> 0;
      case CENTRE -> textWidth(text, type) / 2;
      case RIGHT -> textWidth(text, type);
    };
  }

  private void show(String text, double left, double baseline, Type type) throws IOException {
    state.takeFill();
    page.beginText();
    page.setFont(fonts.of(type.face()), (float) type.size());
    page.setTextMatrix(new Matrix(1, 0, 0, -1, (float) left, (float) baseline));
    page.showText(text);
    page.endText();
  }

  private void outlined(String text, double x, double y, Type type, Align align) throws IOException {
    COSDictionary said = new COSDictionary();
    said.setString(COSName.ACTUAL_TEXT, text);
    page.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(said));
    super.text(text, x, y, type, align);
    page.endMarkedContent();
  }

  @Override public void image(int[] argb, int columns, int rows, double x, double y, double width, double height,
                              boolean smooth) {
    if (columns == 0 || rows == 0 || width <= 0 || height <= 0) return;
    BufferedImage image = Pixels.enlarged(argb, columns, rows, width * pixels, height * pixels, smooth);
    write(() -> {
      state.takeFillOpacity(255);
      page.drawImage(LosslessFactory.createFromImage(document, image),
          new Matrix((float) width, 0, 0, (float) -height, (float) x, (float) (y + height)));
    });
  }

  @Override public void clip(double x, double y, double width, double height) {
    write(() -> {
      state.save();
      page.addRect((float) x, (float) y, (float) Math.max(0, width), (float) Math.max(0, height));
      page.clip();
    });
  }

  @Override public void unclip() {
    write(state::restore);
  }
}

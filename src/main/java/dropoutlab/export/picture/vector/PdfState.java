package dropoutlab.export.picture.vector;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/// The colours and the stroke that a PDF page draws with: what is wanted, and what was written. Only changes are.
final class PdfState {
  private static final int BLACK = 0xFF000000;

  private final PDPageContentStream page;
  private final Map<Integer, PDExtendedGraphicsState> opacities = new HashMap<>();
  private final Deque<Written> outer = new ArrayDeque<>();
  private int fill = BLACK;
  private Stroke stroke = Stroke.INITIAL;
  private Written written = new Written(BLACK, Stroke.INITIAL);

  private record Stroke(int argb, double width, double... dash) {
    /// That of a page on which nothing was set.
    static final Stroke INITIAL = new Stroke(BLACK, 1);
  }

  private record Written(int fill, Stroke stroke) {}

  PdfState(PDPageContentStream page) { this.page = page; }

  void fill(int argb) { fill = argb; }

  void stroke(int argb, double width, double... dash) { stroke = new Stroke(argb, width, dash.clone()); }

  /// Whether anything would be seen.
  boolean fills() { return fill >>> 24 > 0; }

  boolean strokes() { return stroke.argb >>> 24 > 0 && stroke.width > 0; }

  void save() throws IOException {
    outer.push(written);
    page.saveGraphicsState();
  }

  void restore() throws IOException {
    page.restoreGraphicsState();
    written = outer.pop();
  }

  void takeFill() throws IOException {
    if (fill == written.fill) return;
    takeFillOpacity(fill >>> 24);
    page.setNonStrokingColor((fill >> 16 & 255) / 255f, (fill >> 8 & 255) / 255f, (fill & 255) / 255f);
    written = new Written(fill, written.stroke);
  }

  /// Of pictures too.
  void takeFillOpacity(int alpha) throws IOException {
    if (alpha == written.fill >>> 24) return;
    page.setGraphicsStateParameters(opacity(alpha, true));
    written = new Written(alpha << 24 | written.fill & 0xFFFFFF, written.stroke);
  }

  void takeStroke() throws IOException {
    Stroke before = written.stroke;
    int argb = stroke.argb;
    if (argb >>> 24 != before.argb >>> 24) page.setGraphicsStateParameters(opacity(argb >>> 24, false));
    if (argb != before.argb)
      page.setStrokingColor((argb >> 16 & 255) / 255f, (argb >> 8 & 255) / 255f, (argb & 255) / 255f);
    if (stroke.width != before.width) page.setLineWidth((float) stroke.width);
    if (!Arrays.equals(stroke.dash, before.dash)) page.setLineDashPattern(floats(stroke.dash), 0);
    written = new Written(written.fill, stroke);
  }

  private PDExtendedGraphicsState opacity(int alpha, boolean ofFill) {
    return opacities.computeIfAbsent(ofFill ? alpha : -alpha - 1, _ -> {
      PDExtendedGraphicsState state = new PDExtendedGraphicsState();
      if (ofFill) state.setNonStrokingAlphaConstant(alpha / 255f);
      else state.setStrokingAlphaConstant(alpha / 255f);
      return state;
    });
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) floats[i] = (float) values[i];
    return floats;
  }
}

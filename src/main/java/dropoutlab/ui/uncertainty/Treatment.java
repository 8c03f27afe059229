package dropoutlab.ui.uncertainty;

import dropoutlab.data.ImageShape;
import dropoutlab.data.PictureEdits;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Words;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;

/// What is done to a picture: first it is turned, moved and blurred, then written upon.
///
/// @param degrees counter-clockwise
/// @param rightPx,downPx in pixels of the picture
/// @param blurPx  standard deviation of the blur
/// @param strokes each a line through (x, y), in pixels from the top left corner
@RecordBuilder
record Treatment(double degrees, double rightPx, double downPx, double blurPx, List<List<Stroke>> strokes)
    implements TreatmentBuilder.With {
  static final Treatment NONE = new Treatment(0, 0, 0, 0, List.of());
  private static final double PEN_PX = 0.8;

  record Stroke(double x, double y) {}

  Treatment {
    strokes = List.copyOf(strokes);
  }

  /// A new stroke begins at a point.
  Treatment beginStroke(double x, double y) {
    List<List<Stroke>> next = new ArrayList<>(strokes);
    next.add(List.of(new Stroke(x, y)));
    return withStrokes(next);
  }

  /// The last stroke goes on to a point.
  Treatment stroke(double x, double y) {
    if (strokes.isEmpty()) return beginStroke(x, y);
    List<List<Stroke>> next = new ArrayList<>(strokes);
    List<Stroke> last = new ArrayList<>(next.removeLast());
    last.add(new Stroke(x, y));
    next.add(List.copyOf(last));
    return withStrokes(next);
  }

  Matrix of(Matrix picture, ImageShape shape) {
    Matrix done = picture;
    if (degrees != 0) done = PictureEdits.rotate(done, shape, degrees);
    if (rightPx != 0 || downPx != 0) done = PictureEdits.shift(done, shape, rightPx, downPx);
    if (blurPx > 0) done = PictureEdits.blur(done, shape, blurPx);
    for (List<Stroke> line : strokes)
      done = PictureEdits.ink(done, shape, line.stream().map(p -> new double[] {p.x(), p.y()}).toList(), PEN_PX);
    return done;
  }

  String caption() {
    List<String> parts = new ArrayList<>();
    if (degrees != 0) parts.add(Words.of("uncertainty.treatment.turned", Math.round(degrees)));
    if (rightPx != 0 || downPx != 0) parts.add(Words.of("uncertainty.treatment.moved"));
    if (blurPx > 0) parts.add(Words.of("uncertainty.treatment.blurred"));
    if (!strokes.isEmpty()) parts.add(Words.of("uncertainty.treatment.written"));
    return Words.parted(parts);
  }
}

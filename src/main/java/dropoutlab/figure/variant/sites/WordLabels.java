package dropoutlab.figure.variant.sites;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What the words of an example are called: letters, or for a picture the pixels of each row.
///
/// @param names   of the words
/// @param marked  which of them matter more than others
/// @param pixels  (words x pixels of a row) from 0 to 1; empty without a picture
record WordLabels(List<String> names, List<Boolean> marked, Matrix pixels) {
  private static final double LARGEST = 10, PICTURE = 40;

  WordLabels {
    names = List.copyOf(names);
    marked = List.copyOf(marked);
  }

  static WordLabels of(List<LayerView> body, Schema schema, DataSpec data, int example, int steps) {
    LayerView first = body.getFirst();
    if (first instanceof LayerView.Embedding embedding) return words(embedding, schema, data, example);
    List<String> numbers = IntStream.rangeClosed(1, steps).mapToObj(Integer::toString).toList();
    List<Boolean> none = numbers.stream().map(_ -> false).toList();
    boolean picture = schema.image().filter(image -> image.height() == steps).isPresent() && !first.values().isEmpty();
    return new WordLabels(numbers, none, picture ? pixels(first.values(), schema, example, steps) : Matrix.EMPTY);
  }

  private static WordLabels words(LayerView.Embedding embedding, Schema schema, DataSpec data, int example) {
    boolean marks = data instanceof DataSpec.Generated made && made.set() == GeneratedSet.TEMPORAL_ORDER;
    List<String> vocabulary = marks ? List.of(Words.of("depth.temporal_order").split(" ")) : schema.classes();
    List<String> names = new ArrayList<>();
    List<Boolean> marked = new ArrayList<>();
    for (int step = 0; step < embedding.steps(); step++) {
      int word = (int) embedding.words().at(Math.min(example, embedding.words().rows() - 1), step);
      names.add(word < vocabulary.size() ? vocabulary.get(word) : Integer.toString(word));
      marked.add(marks && word >= 4);
    }
    return new WordLabels(names, marked, Matrix.EMPTY);
  }

  private static Matrix pixels(Matrix inputs, Schema schema, int example, int steps) {
    int wide = inputs.cols() / steps, row = Math.min(example, inputs.rows() - 1);
    return Matrix.generate(steps, wide, (r, c) ->
        schema.inputScaling().toRaw(r * wide + c, inputs.at(row, r * wide + c)));
  }

  boolean isPicture() { return !pixels.isEmpty(); }

  /// Returns how wide the column of the labels is.
  double width() { return isPicture() ? PICTURE : SitesLayout.LABELS; }

  /// Draws them in front of rows.
  void drawRows(Pen pen, Inset rows, SitesLayout layout, Theme theme) {
    if (isPicture()) {
      int[] ink = new int[layout.words() * pixels.cols()];
      for (int i = 0; i < ink.length; i++)
        ink[i] = grey(theme, pixels.at(layout.first() + i / pixels.cols(), i % pixels.cols()));
      pen.image(ink, pixels.cols(), layout.words(), 0, rows.top(), width() - 6, rows.height(), false);
      return;
    }
    double each = rows.height() / layout.words();
    for (int i = 0; i < layout.words(); i++)
      draw(pen, layout.first() + i, rows.left() - 11, rows.top() + (i + .5) * each, each, theme);
  }

  /// Draws them above columns.
  void drawColumns(Pen pen, Inset columns, SitesLayout layout, Theme theme) {
    double each = columns.width() / layout.words();
    if (isPicture()) {
      int[] ink = new int[layout.words() * pixels.cols()];
      for (int i = 0; i < ink.length; i++)
        ink[i] = grey(theme, pixels.at(layout.first() + i % layout.words(), i / layout.words()));
      pen.image(ink, layout.words(), pixels.cols(), columns.left(), columns.top() - 14, columns.width(), 12, false);
      return;
    }
    for (int i = 0; i < layout.words(); i++)
      draw(pen, layout.first() + i, columns.left() + (i + .5) * each, columns.top() - 7, each, theme);
  }

  private static int grey(Theme theme, double share) { return Palette.mix(theme.card(), theme.ink(), share); }

  private void draw(Pen pen, int word, double x, double y, double room, Theme theme) {
    if (room < 6) return;
    Type type = new Type(Face.NUMBER, Math.min(LARGEST, room - .5));
    if (marked.get(word)) {
      pen.fill(theme.ink());
      double side = Math.min(11, room + 1);
      pen.fillRoundRect(x - side / 2, y - side / 2, side, side, 2);
    }
    pen.fill(marked.get(word) ? theme.card() : theme.muted());
    pen.text(names.get(word), x, y + .36 * type.size(), type, Align.CENTRE);
  }
}

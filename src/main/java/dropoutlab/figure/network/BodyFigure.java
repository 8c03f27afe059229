package dropoutlab.figure.network;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView.StepMask;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The layers between the inputs and the dense part as one example went through them, from the left to the right: a
/// picture for each layer that makes new values, its name above it, and below it how much of it was dropped.
public final class BodyFigure implements Figure {
  private static final double ARROW = 16;
  private static final double LINE = 1.25;

  private final NetworkView view;
  private final int example;
  private final List<BodyStage> stages;
  private final List<LayerPicture> pictures = new ArrayList<>();

  /// @param example the row of the batch, from 0; one beyond what the frame shows means the last that it shows
  public BodyFigure(NetworkView view, int example) {
    this.view = view;
    int shown = view.body().stream().mapToInt(layer -> layer.values().rows()).min().orElse(1);
    this.example = Math.clamp(example, 0, Math.max(0, shown - 1));
    stages = BodyStage.of(view.body()).stream().filter(stage -> !stage.onlyReads()).toList();
    for (BodyStage stage : stages) pictures.add(LayerPicture.of(stage.shown(), this.example));
  }

  private record Layout(double font, double top, double bottom, double each) {
    Inset stage(int index) { return new Inset(index * (each + ARROW), top, each, bottom - top); }
  }

  private Layout layout(double width, double height) {
    double font = width < 340 || height < 220 ? 10 : 12;
    int lines = stages.stream().mapToInt(stage -> stage.names().size()).max().orElse(1);
    double top = Math.round(lines * LINE * font + 8), bottom = Math.max(top + 10, height - Math.round(2.4 * font));
    double each = (width - ARROW * Math.max(0, stages.size() - 1)) / Math.max(1, stages.size());
    return new Layout(font, top, bottom, Math.max(4, each));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Layout layout = layout(width, height);
    for (int i = 0; i < stages.size(); i++) {
      Inset at = layout.stage(i);
      drawNames(pen, stages.get(i), at, layout.font, theme);
      pictures.get(i).draw(pen, at, theme);
      drawDropped(pen, i, at, layout.font, theme);
      if (i + 1 < stages.size()) drawArrow(pen, at.right(), at.top() + at.height() / 2, theme);
    }
  }

  private static void drawArrow(Pen pen, double left, double y, Theme theme) {
    double end = left + ARROW - 4;
    pen.stroke(theme.muted(), 1.1, Marks.SOLID);
    pen.line(left + 4, y, end, y);
    pen.polyline(new double[] {end - 3.5, end, end - 3.5}, new double[] {y - 3, y, y + 3}, 3);
  }

  private static void drawNames(Pen pen, BodyStage stage, Inset at, double font, Theme theme) {
    Type type = new Type(Face.TEXT, font);
    List<String> names = stage.names();
    pen.fill(theme.muted());
    for (int i = 0; i < names.size(); i++) {
      double baseline = at.top() - 8 - (names.size() - 1 - i) * LINE * font;
      pen.text(Fit.within(pen, names.get(i), type, room(at)), at.left() + at.width() / 2, baseline, type,
          Align.CENTRE);
    }
  }

  /// How wide words above or below a picture may be: a little wider than it, but not beyond the left end.
  private static double room(Inset at) { return Math.min(at.width() + ARROW / 2, 2 * at.left() + at.width()); }

  private void drawDropped(Pen pen, int stage, Inset at, double font, Theme theme) {
    String told = told(stages.get(stage), pictures.get(stage));
    if (told.isEmpty()) return;
    Type type = new Type(Face.TEXT, font);
    pen.fill(theme.accent());
    pen.text(Fit.within(pen, told, type, room(at)), at.left() + at.width() / 2,
        at.bottom() + 1.6 * font, type, Align.CENTRE);
  }

  private String told(BodyStage stage, LayerPicture picture) {
    if (picture.skipped()) return Words.of("figure.body.skipped");
    if (stage.shown() instanceof LayerView.Block block && block.p() > 0) return Words.of("figure.body.through");
    Matrix factors = factors(stage);
    if (factors.isEmpty()) return "";
    int zero = 0;
    for (int i = 0; i < factors.cols(); i++) if (factors.at(example, i) == 0) zero++;
    return Words.of("figure.body.dropped", Shown.percent((double) zero / factors.cols()));
  }

  static Matrix factors(BodyStage stage) {
    return switch (stage.shown()) {
      case LayerView.Embedding embedding -> embedding.factors();
      case LayerView.Recurrent recurrent -> LayerPicture.stateMask(recurrent).map(StepMask::factors).orElse(Matrix.EMPTY);
      case LayerView.Units _, LayerView.Maps _, LayerView.Sequence _, LayerView.Attention _, LayerView.Block _ ->
          stage.dropped().map(Dropped::factors).orElse(Matrix.EMPTY);
    };
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Layout layout = layout(width, height);
    for (int i = 0; i < stages.size(); i++) {
      if (!layout.stage(i).contains(x, y)) continue;
      List<String> lines = new ArrayList<>(stages.get(i).names());
      String told = told(stages.get(i), pictures.get(i));
      if (!told.isEmpty()) lines.add(told);
      return Optional.of(new Hit.Layer(i, String.join("\n", lines)));
    }
    return Optional.empty();
  }

  @Override public Description describe() { return told().describe(); }

  @Override public Optional<DataTable> table() { return told().table(); }

  private BodyTold told() {
    List<String> dropped = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) dropped.add(told(stages.get(i), pictures.get(i)));
    return new BodyTold(stages, dropped, example);
  }
}

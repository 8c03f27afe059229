package dropoutlab.figure.variant.time;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// One network on one example: what each step brings, the chain of steps with its places of dropout, the values units x
/// steps, what a unit remembers, and what the network says.
final class TimePicture implements Figure {
  private static final Type WORDS = new Type(Face.TEXT, 11), NUMBER = new Type(Face.NUMBER, 11),
      BOLD = new Type(Face.NUMBER_BOLD, 11);
  private static final String SIGNS = "\u2212+";
  private static final int MOST_STEPS = 24, MOST_UNITS = 32;

  private final Scene scene;
  private final Side side;
  private final Lane lane;
  private final StepLabels labels;
  private final Schema schema;

  TimePicture(Scene scene, Side side, Schema schema, StepLabels labels) {
    this.scene = scene;
    this.side = side;
    this.schema = schema;
    this.labels = labels;
    lane = scene.lane(side);
  }

  private int steps() { return Math.min(lane.steps(), MOST_STEPS); }

  private int units() { return Math.min(lane.units(), MOST_UNITS); }

  /// Where there are more steps than fit, these are scrolled, else the units.
  private int firstStep() { return Math.clamp(scene.look().first(), 0, lane.steps() - steps()); }

  private int firstUnit() {
    return lane.steps() > steps() ? 0 : Math.clamp(scene.look().first(), 0, lane.units() - units());
  }

  private Grid grid(Rooms rooms) {
    return new Grid(lane, scene.largest(side), rooms.grid(), firstStep(), steps(), firstUnit(), units());
  }

  private Rooms rooms(double width, double height) {
    return Rooms.of(width, height, steps(), units(), labels.steps().isEmpty());
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Rooms rooms = rooms(width, height);
    Grid grid = grid(rooms);
    drawTitle(pen, width, theme);
    drawRows(pen, rooms, grid.column(), theme);
    grid.draw(pen, theme, scene.look().cursor());
    drawUnits(pen, rooms.grid(), theme);
    if (rooms.hasFoot()) drawFoot(pen, rooms, width, theme);
    if (rooms.hasTrace())
      scene.trace(side).draw(pen, rooms.trace(), rooms.trace().width() / steps(), firstStep(), steps(), theme);
  }

  /// What is pictured and what the marks mean; at the right how much was dropped.
  private void drawTitle(Pen pen, double width, Theme theme) {
    String share = lane.marking() == Lane.Marking.NONE ? "" : Shown.percent(lane.site().droppedShare(lane.row()), 1);
    String told = lane.marking() == Lane.Marking.KEPT ? Words.of("time.share.kept") : Words.of("time.share.dropped");
    double number = share.isEmpty() ? 0 : pen.textWidth(share, NUMBER) + 6, room = width - number;
    String marks = lane.waits() ? Words.of("figure.no_mask") : Words.name("time.marks", lane.marking());
    String title = lane.title() + " ";
    double signs = pen.textWidth(SIGNS, BOLD) + 4, left = pen.textWidth(title, WORDS);
    pen.fill(theme.muted());
    pen.text(Fit.within(pen, title, WORDS, room), 0, 11, WORDS, Align.LEFT);
    if (left + signs < room) {
      drawSigns(pen, left, theme);
      left += signs;
    }
    if (left + pen.textWidth(marks, WORDS) + 8 < room) {
      pen.fill(theme.muted());
      pen.text(marks, left, 11, WORDS, Align.LEFT);
      left += pen.textWidth(marks, WORDS) + 8;
    }
    if (!share.isEmpty() && left + pen.textWidth(told, WORDS) < room)
      pen.text(told, width - number, 11, WORDS, Align.RIGHT);
    pen.fill(theme.ink());
    pen.text(share, width, 11, NUMBER, Align.RIGHT);
  }

  /// The colours of what is below and above 0.
  private static void drawSigns(Pen pen, double left, Theme theme) {
    double each = pen.textWidth(SIGNS, BOLD) / SIGNS.length();
    pen.fill(Palette.readable(theme, theme.negative()));
    pen.text(SIGNS.substring(0, 1), left, 11, BOLD, Align.LEFT);
    pen.fill(Palette.readable(theme, theme.positive()));
    pen.text(SIGNS.substring(1), left + each + .01, 11, BOLD, Align.LEFT);
  }

  private void drawRows(Pen pen, Rooms rooms, double column, Theme theme) {
    Inset at = rooms.grid();
    pen.fill(theme.muted());
    if (rooms.words() > 0) {
      pen.text(Fit.within(pen, labels.row(), WORDS, Rooms.GUTTER - 3), 0, rooms.words() + 4, WORDS, Align.LEFT);
      List<Integer> lost = lane.units() > 0 && labels.steps().size() == lane.steps()
          && lane.marking() == Lane.Marking.DROPPED
          ? IntStream.range(0, lane.steps()).filter(lane::isWholeStep).boxed().toList() : List.of();
      labels.draw(pen, theme, at.left(), column, firstStep(), steps(), rooms.words(), lost);
    }
    if (rooms.chain() <= 0) return;
    pen.fill(theme.muted());
    pen.text(Words.of("time.row.step"), 0, rooms.chain() + 4, WORDS, Align.LEFT);
    new StepChain(lane, at.left(), column, steps()).draw(pen, rooms.chain(), theme);
  }

  private void drawUnits(Pen pen, Inset at, Theme theme) {
    pen.fill(theme.muted());
    String unit = Fit.within(pen, Words.of("time.unit", firstUnit() + 1), WORDS, Rooms.GUTTER - 3);
    pen.text(unit, 0, at.top() + 9, WORDS, Align.LEFT);
    if (at.height() < 24) return;
    int last = firstUnit() + units();
    pen.text(Integer.toString(last), at.left() - 5, at.bottom() - 1, NUMBER, Align.RIGHT);
  }

  private void drawFoot(Pen pen, Rooms rooms, double width, Theme theme) {
    Matrix answers = side.view().layers().getLast().activations();
    double used = 0, baseline = rooms.foot();
    if (!answers.isEmpty()) {
      int row = Math.min(scene.look().example(), answers.rows() - 1);
      Optional<Matrix> off = scene.measured(side).map(found -> found.says()).filter(_ -> !side.isNone());
      Said said = new Said(schema, Scene.row(answers, row), off, side.view().targets().at(row, 0));
      Said brief = new Said(schema, Scene.row(answers, row), Optional.empty(), side.view().targets().at(row, 0));
      Said fits = said.width() <= width ? said : brief;
      if (fits.width() <= width) {
        fits.draw(pen, theme, width, baseline);
        used = fits.width() + 10;
      }
    }
    if (!rooms.hasTrace() || width - used < 60) return;
    boolean known = scene.measured(side).isPresent();
    String key = scene.memory(side).hasMemory() ? "time.trace.memory" : "time.trace.state";
    String what = Words.of(key, scene.unit(side) + 1);
    String full = !known ? Words.of("time.trace.now", what) : side.isNone() ? Words.of("time.trace.calm", what)
        : Words.of("time.trace.masks", what, scene.measured(side).orElseThrow().masked().rows());
    pen.fill(theme.ink());
    String less = known ? Words.of("time.trace.brief", what) : what;
    pen.text(Fit.firstThatFits(pen, WORDS, width - used, full, less, what), 0, baseline, WORDS, Align.LEFT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    int index = grid(rooms(width, height)).index(x, y);
    if (index < 0 || lane.site().number() < 0) return Optional.empty();
    return Optional.of(new Hit.Cell(lane.site().number(), index,
        lane.told(index / lane.units(), index % lane.units())));
  }
}

package dropoutlab.figure.catalogue;

import dropoutlab.figure.learned.PlaneGround;
import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a panel shows until there is an answer: the ground that the answer will stand on, which has the axes and the
/// data, and a word on what is waited for. Nothing on it can be pointed at.
///
/// @param ground   empty where nothing is known yet
/// @param down     where the words stand, as a share of the height
/// @param wordings the longest first: the first that fits is shown; empty for no words
public record WaitingFigure(Optional<Figure> ground, double down, List<String> wordings) implements Figure {
  private static final double PADDING = 9;
  private static final double MIDDLE = .5;
  /// Below the middle, where the words hide the fewest data.
  private static final double LOW = .74;

  /// What a wording may end with, before a full stop.
  private static final Pattern ENDS = Pattern.compile("[ .…:;,]+$");

  public WaitingFigure { wordings = List.copyOf(wordings); }

  /// On a ground that shows data.
  public static WaitingFigure on(Figure ground, String... wordings) {
    return new WaitingFigure(Optional.of(ground), LOW, List.of(wordings));
  }

  /// In the middle of a ground without data.
  public static WaitingFigure amid(Figure ground, String... wordings) {
    return new WaitingFigure(Optional.of(ground), MIDDLE, List.of(wordings));
  }

  /// Where nothing is known yet.
  public static WaitingFigure of(String... wordings) {
    return new WaitingFigure(Optional.empty(), MIDDLE, List.of(wordings));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    ground.ifPresent(figure -> figure.draw(pen, width, height, theme));
    Type type = new Type(Face.TEXT, Axes.textSize(width, height));
    Inset room = room(width, height);
    if (wordings.isEmpty() || height < 3 * type.size()) return;
    String words = Fit.firstThatFits(pen, type, room.width() - 2 * PADDING - 4, wordings.toArray(String[]::new));
    if (words.isEmpty()) return;
    double wide = pen.textWidth(words, type) + 2 * PADDING, high = 2.3 * type.size();
    double centre = room.left() + room.width() / 2;
    double left = Math.round(centre - wide / 2), top = Math.round(room.top() + down * room.height() - high / 2);
    if (ground.isPresent()) drawPlate(pen, theme, left, top, wide, high);
    pen.fill(theme.muted());
    pen.text(words, centre, top + high / 2 + .36 * type.size(), type, Align.CENTRE);
  }

  /// Of a plane, without what is written round it.
  private Inset room(double width, double height) {
    return ground.isPresent() && ground.get() instanceof PlaneGround plane ? plane.room(width, height)
        : new Inset(0, 0, width, height);
  }

  private static void drawPlate(Pen pen, Theme theme, double left, double top, double wide, double high) {
    pen.fill(Palette.withAlpha(theme.card(), .94));
    pen.fillRoundRect(left, top, wide, high, 6);
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.strokeRoundRect(left + .5, top + .5, wide - 1, high - 1, 6);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) { return Optional.empty(); }

  /// What is waited for, and what the answer will stand on.
  @Override public Description describe() {
    Description under = ground.map(Figure::describe).orElse(Description.NONE);
    String words = wordings.isEmpty() ? "" : wordings.getFirst();
    String waits = words.isBlank() ? Words.of("told.waiting") : Words.of("told.waiting.for", ENDS.matcher(words).replaceFirst(""));
    List<String> sentences = new ArrayList<>(List.of(waits));
    sentences.addAll(under.sentences());
    return new Description(under.title().isEmpty() ? Words.of("told.waiting.title") : under.title(), sentences);
  }

  @Override public Optional<DataTable> table() { return ground.flatMap(Figure::table); }
}

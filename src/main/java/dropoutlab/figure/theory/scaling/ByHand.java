package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Fitted;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.bench.ScalingPicture.Microscope;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// The sum of the followed row term by term, and what a toggled mode does to the way back.
record ByHand(Microscope of, MicroscopeLayout at) {
  private static final Type BOLD = new Type(Face.TEXT_BOLD, 11.5), WORDS = new Type(Face.TEXT, 11.5);
  private static final int MOST_LINES = 2;

  void draw(Pen pen, Theme theme) {
    CellGrid above = at.grid(2, true);
    double left = above.right() + 19, room = at.width() - left, line = Math.min(16, (4 * at.down() + 10) / 6),
        y = above.top() + 11;
    pen.fill(theme.ink());
    pen.text(Words.of("claimscaling.micro.hand", of.row() + 1), left, y, BOLD, Align.LEFT);
    pen.fill(theme.muted());
    Type number = new Type(Face.NUMBER, 11);
    for (String each : lines(room, number)) Fitted.text(pen, each, left, y += line, number, room);
    if (Double.isNaN(of.toggled())) return;
    pen.fill(theme.ink());
    pen.text(Words.of("claimscaling.micro.toggled"), left, y += line + 4, BOLD, Align.LEFT);
    pen.fill(theme.muted());
    Fitted.text(pen, Words.of("claimscaling.micro.toggled_1"), left, y += line, WORDS, room);
    Fitted.text(pen, Words.of("claimscaling.micro.toggled_2", Shown.percent(of.toggled())), left, y + line, WORDS,
        room);
  }

  /// "1.1 · (−1) + 1.3 · 1 = 0.20", over at most two lines; of more terms the last are left out.
  private List<String> lines(double room, Type type) {
    List<String> terms = new ArrayList<>();
    for (int unit = 0; unit < MicroscopeLayout.UNITS; unit++)
      if (of.mask().at(of.row(), unit) != 0) terms.add(term(of.y().at(of.row(), unit), of.weights().get(unit)));
    String sum = Numbers.fixed(of.sums().at(of.row(), 0), 2);
    String end = Words.of("claimscaling.micro.hand_sum", terms.isEmpty() ? Numbers.brief(0) : "", sum).strip();
    if (terms.isEmpty()) return List.of(end);
    List<String> lines = new ArrayList<>();
    String line = terms.getFirst();
    for (String term : terms.subList(1, terms.size())) {
      String longer = Words.of("claimscaling.micro.hand_plus", line, term);
      if (TextMeasure.width(longer, type) <= room) line = longer;
      else {
        lines.add(line);
        line = Words.of("claimscaling.micro.hand_plus", "", term).strip();
      }
    }
    String last = Words.of("claimscaling.micro.hand_ends", line, end);
    if (TextMeasure.width(last, type) <= room) lines.add(last);
    else lines.addAll(List.of(line, end));
    if (lines.size() <= MOST_LINES) return lines;
    return List.of(lines.getFirst(), Words.of("claimscaling.micro.hand_more", end));
  }

  private static String term(double y, double weight) {
    String factor = Numbers.brief(weight);
    if (weight < 0) factor = Words.of("claimscaling.micro.hand_negative", factor);
    return Words.of("claimscaling.micro.hand_term", Numbers.brief(y), factor);
  }
}

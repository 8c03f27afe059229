package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Dragged;
import dropoutlab.frame.bench.ScalingPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// z as a sum, with the numbers of w and x to be dragged.
///
/// @param words what stands between the numbers, and where
record SumLine(List<Dragged> numbers, List<Said> words) {
  private static final Type WORDS = new Type(Face.TEXT, 12), NUMBER = new Type(Face.NUMBER, 12);

  record Said(String text, double left, double baseline) {}

  SumLine(ScalingPicture.JensenGap of, double baseline) {
    this(new ArrayList<>(), new ArrayList<>());
    double left = 2;
    for (int i = 0; i < of.w().size(); i++) {
      left = say(left, baseline, i == 0 ? Words.of("claimscaling.jensen.term.first") : i == 1
          ? Words.of("claimscaling.jensen.term.second") : Words.of("claimscaling.jensen.term.third"));
      left = number("w", i, of.w().get(i), left, baseline);
      left = say(left, baseline, Words.of("claimscaling.jensen.times"));
      left = number("x", i, of.x().get(i), left, baseline);
    }
    say(left + 12, baseline, Words.of("claimscaling.jensen.factor", Numbers.brief(of.kept())));
  }

  private double say(double left, double baseline, String text) {
    words.add(new Said(text, left, baseline));
    return left + TextMeasure.width(text, WORDS) + 5;
  }

  private double number(String control, int index, double value, double left, double baseline) {
    Dragged number = new Dragged(control, index, Numbers.brief(value), left, baseline, NUMBER,
        Words.of("claimscaling.jensen.told.number", control, index + 1, Numbers.brief(value)));
    numbers.add(number);
    return number.right() + 5;
  }

  void draw(Pen pen, Theme theme) {
    pen.fill(theme.muted());
    for (Said each : words) pen.text(each.text, each.left, each.baseline, WORDS, Align.LEFT);
    pen.fill(theme.ink());
    for (Dragged each : numbers) each.draw(pen, theme);
  }
}

package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Scale;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.ScalingPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// Where the parts of a [BentPlot] stand.
///
/// @param formula    the baseline of the sum with its numbers; 0 for none
/// @param outputBase where the bars of the outputs begin
/// @param right      where these bars may end
/// @param zBase      the foot of the bars of z
/// @param most       the largest probability of an output
record BentLayout(Axes axes, double formula, double outputBase, double right, double zBase, double barRoom, double most,
                  List<Output> outputs) {
  private static final double HEAD = 24, FORMULA = 20, FORMULA_FROM = 330, WORDS_FROM = 180, ROOM = .09, BAR = 7;

  static BentLayout of(ScalingPicture.JensenGap of, double width, double height) {
    boolean worded = width >= WORDS_FROM && height >= .6 * WORDS_FROM,
        formula = worded && width >= 400 && height >= FORMULA_FROM;
    double size = Axes.textSize(width, height), top = worded ? HEAD + (formula ? FORMULA : 0) : 2;
    double bars = Math.round(height * .13), foot = worded ? 2 * size + 12 : 2;
    Scale y = Scale.linear(of.least() - ROOM * (of.most() - of.least()), of.most() + ROOM * (of.most() - of.least()),
        0, 1);
    Scale x = Scale.linear(of.curve().at(0, 0), of.curve().at(0, of.curve().cols() - 1), 0, 1);
    double names = worded ? EndLabels.room(List.of(Words.of("claimscaling.jensen.name.mean",
        Numbers.reading(of.mean())),
        Words.of("claimscaling.jensen.name.off", Numbers.reading(of.ofMean())),
            Words.of("claimscaling.jensen.you", Numbers.brief(of.most()))), size) : 2;
    double sideways = Math.round(width * .13), keep = names + sideways + 10;
    Axes axes = Axes.layOut(x, y, "", "", Math.max(width, keep + 60), Math.max(height, 100), keep);
    double bottom = height - foot - bars - 10;
    Axes placed = axes.with(to -> to.y(y.at(Math.max(top + 2, bottom), top)).textSize(size).right(width)
        .x(x.at(worded ? axes.leftPx() : 2, Math.max(worded ? axes.leftPx() + 1 : 3, width - keep))));
    List<Output> outputs = outputs(of, BAR / Math.abs(placed.y().px(1) - placed.y().px(0)));
    double most = outputs.stream().mapToDouble(Output::probability).max().orElse(1);
    return new BentLayout(placed, formula ? HEAD + 10 : 0, placed.rightPx() + 10, placed.rightPx() + 10 + sideways,
        height - foot, bars, most, outputs);
  }

  /// A value that is put out, by one or by several values of z.
  record Output(double value, double probability, double drawn) {}

  /// Puts those together whose bars would touch.
  private static List<Output> outputs(ScalingPicture.JensenGap of, double apart) {
    Matrix outcomes = of.outcomes();
    List<Output> outputs = new ArrayList<>();
    for (int i = 0; i < outcomes.rows(); i++) {
      double value = outcomes.at(i, 1), probability = outcomes.at(i, 2), drawn = outcomes.at(i, 3);
      for (Output each : List.copyOf(outputs))
        if (Math.abs(each.value - value) < apart) {
          probability += each.probability;
          drawn += each.drawn;
          outputs.remove(each);
        }
      outputs.add(new Output(value, probability, drawn));
    }
    return outputs;
  }

  boolean worded() { return axes.worded(); }

  double size() { return axes.textSize(); }

  double bar(double probability) { return Math.min(1.1, probability / most) * .9 * barRoom; }

  double sideways(double probability) { return Math.min(1.1, probability / most) * .9 * (right - outputBase); }

  /// The height of a value, inside of the plot.
  double held(double value) { return Math.clamp(axes.y().px(value), axes.topPx(), axes.bottomPx()); }
}

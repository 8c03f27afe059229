package dropoutlab.figure.learned;

import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Curve;
import dropoutlab.frame.History;
import dropoutlab.frame.Metric;
import dropoutlab.spec.Beside;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How a loss curve of a history looks. Violet is the experiment's own network, grey its twin; each network beside has
/// a colour and a dash of its own.
///
/// @param column of the history
/// @param place  of a network beside among those, from 0; else -1
/// @param width  of the line; 0 for a curve that is told, and not drawn
/// @param pair   how it looks as one of two that are compared; null for any other
record LossCurve(Curve curve, int column, int place, String label, String shortLabel, double width, List<Double> dash,
                 PairLook pair) {
  /// Of two networks that are compared, A's curves are violet, B's have the rival's colour, and those of a network
  /// without dropout are grey.
  enum PairLook {
    A, B, NONE;

    int colour(Theme theme) {
      return switch (this) {
        case A -> theme.accent();
        case B -> theme.rivalText();
        case NONE -> theme.muted();
      };
    }
  }

  private static final List<List<Double>> DASHES = List.of(List.of(12., 3., 2.5, 3.), List.of(4., 3.),
      List.of(14., 3., 2.5, 3., 2.5, 3.), List.of(16., 5.), List.of(9., 3., 4., 3.));
  private static final int LONG_NAME = 16;
  private static final int SHORT_NAME = 9;

  /// Those of a history by importance: the first keep their labels longest where room is short.
  static List<LossCurve> of(History history) {
    List<LossCurve> curves = new ArrayList<>();
    List<String> beside = history.beside();
    add(curves, history, Curve.VALIDATION, Words.of("figure.loss.curve.validation"),
        Words.of("figure.loss.brief.validation"), 2.4);
    add(curves, history, Curve.TWIN_VALIDATION, Words.of("figure.loss.curve.twin_validation"),
        Words.of("figure.loss.brief.twin_validation"), 2, 7, 4);
    addBeside(curves, history, beside, Metric.VALIDATION, 1.8);
    add(curves, history, Curve.TRAIN_MASKED, Words.of("figure.loss.curve.train_masked"),
        Words.of("figure.loss.brief.train_masked"), 1);
    add(curves, history, Curve.TRAIN, Words.of("figure.loss.curve.train"), Words.of("figure.loss.brief.train"), 1.6,
        1.6, 2.4);
    add(curves, history, Curve.TWIN_TRAIN, Words.of("figure.loss.curve.twin_train"),
        Words.of("figure.loss.brief.twin_train"), 1.2, 1.2, 2.4);
    addBeside(curves, history, beside, Metric.TRAIN, 1.1);
    addBeside(curves, history, beside, Metric.TRAIN_MASKED, 0);
    return curves;
  }

  /// Those of two networks that are compared: three each, or two where nothing is dropped and masks make no difference.
  static List<LossCurve> of(History history, LossPair pair) {
    List<LossCurve> curves = new ArrayList<>();
    for (Metric metric : List.of(Metric.VALIDATION, Metric.TRAIN_MASKED, Metric.TRAIN))
      for (boolean own : new boolean[] {true, false}) {
        LossPair.Kind kind = own ? pair.a() : pair.b();
        PairLook look = kind == LossPair.Kind.NONE ? PairLook.NONE : own ? PairLook.A : PairLook.B;
        boolean masked = kind == LossPair.Kind.DROPS;
        if (metric != Metric.TRAIN_MASKED || masked)
          curves.add(paired(history, new Curve(own ? Beside.OWN : pair.name(), metric), look, masked));
      }
    return curves;
  }

  private static LossCurve paired(History history, Curve curve, PairLook look, boolean masked) {
    String letter = Words.of(curve.ofOwn() ? "figure.loss.a" : "figure.loss.b");
    String what = !masked && curve.metric() == Metric.TRAIN ? "none" : curve.metric().name().toLowerCase(Locale.ROOT);
    double width = curve.metric() == Metric.VALIDATION ? 2.4 : curve.metric() == Metric.TRAIN ? 1.6 : 1;
    return new LossCurve(curve, history.column(curve), curve.ofOwn() ? -1 : 0, Words.of("figure.loss.pair." + what, letter),
        Words.of("figure.loss.pair.brief." + what, letter), width, dash(curve), look);
  }

  /// Each curve of a pair differs from the other network's in more than its colour.
  private static List<Double> dash(Curve curve) {
    return switch (curve.metric()) {
      case TRAIN -> List.of(1.6, curve.ofOwn() ? 2.4 : 5.);
      case TRAIN_MASKED -> curve.ofOwn() ? List.of() : List.of(9., 2.5);
      case VALIDATION, VALIDATION_ERROR, TRAIN_ERROR -> curve.ofOwn() ? List.of() : List.of(7., 4.);
    };
  }

  private static void add(List<LossCurve> to, History history, Curve curve, String label, String shortLabel,
                          double width, double... dash) {
    to.add(new LossCurve(curve, history.column(curve), -1, label, shortLabel, width,
        Arrays.stream(dash).boxed().toList(), null));
  }

  private static void addBeside(List<LossCurve> to, History history, List<String> names, Metric metric, double width) {
    double scale = metric == Metric.TRAIN ? 0.5 : 1;
    for (int place = 0; place < names.size(); place++) {
      Curve curve = new Curve(names.get(place), metric);
      List<Double> dash = DASHES.get(place % DASHES.size()).stream().map(each -> scale * each).toList();
      to.add(new LossCurve(curve, history.column(curve), place, named(curve, shortened(curve, false), false),
          named(curve, shortened(curve, true), true), width, dash, null));
    }
  }

  private static String shortened(Curve curve, boolean brief) {
    return Shown.shortened(curve.network(), brief ? SHORT_NAME : LONG_NAME);
  }

  private static String named(Curve curve, String name, boolean brief) {
    return Words.of(switch (curve.metric()) {
      case VALIDATION, VALIDATION_ERROR -> brief ? "beside.validation.short" : "beside.validation";
      case TRAIN, TRAIN_ERROR -> brief ? "beside.train.short" : "beside.train";
      case TRAIN_MASKED -> brief ? "beside.masked.short" : "beside.masked";
    }, name);
  }

  /// From the back to the front: training behind validation, the own network before the others.
  static List<LossCurve> backToFront(List<LossCurve> curves) {
    List<LossCurve> drawn = new ArrayList<>();
    curves.stream().filter(each -> each.curve.equals(Curve.TRAIN_MASKED)).forEach(drawn::add);
    for (boolean validation : new boolean[] {false, true})
      curves.reversed().stream().filter(each -> each.width > 0 && each.curve.ofValidation() == validation
          && !each.curve.equals(Curve.TRAIN_MASKED)).forEach(drawn::add);
    return drawn;
  }

  /// Which network it is of and what it is, in full.
  String told() { return place < 0 || pair != null ? label : named(curve, curve.network(), false); }

  /// What is said where its network has stopped alone.
  String stopped(boolean brief) { return Words.of("beside.ended", shortened(curve, brief)); }

  boolean isMain() { return curve.equals(Curve.VALIDATION) || pair != null && curve.ofValidation(); }

  void take(Pen pen, Theme theme) {
    boolean pale = curve.equals(Curve.TRAIN_MASKED) || pair != null && curve.metric() == Metric.TRAIN_MASKED;
    int colour = pale ? Palette.mix(pair == null ? theme.accent() : pair.colour(theme), theme.card(), 0.32) : ink(theme);
    pen.stroke(colour, width, dash.stream().mapToDouble(each -> each).toArray());
    pen.fill(colour);
  }

  /// The mark at the end of a validation curve of a pair: A's disc, B's hollow square, a hollow disc for none.
  void mark(Pen pen, Theme theme, double x, double y) {
    if (pair == null || !curve.ofValidation()) return;
    pen.fill(pair == PairLook.A ? ink(theme) : theme.card());
    pen.stroke(ink(theme), 1.6);
    if (pair == PairLook.B) {
      pen.fillRect(x - 3.2, y - 3.2, 6.4, 6.4);
      pen.strokeRect(x - 3.2, y - 3.2, 6.4, 6.4);
    } else {
      pen.fillOval(x, y, 3.6);
      pen.strokeOval(x, y, 3.6);
    }
  }

  double dotRadius() { return Math.max(1.6, 0.9 * width); }

  /// The colour of the label: never as pale as the masks-on curve, which would be hard to read.
  int ink(Theme theme) {
    if (pair != null) return pair.colour(theme);
    if (place >= 0) return Palette.beside(theme, place);
    if (curve.ofTwin()) return theme.muted();
    return curve.equals(Curve.TRAIN_MASKED) ? Palette.mix(theme.accent(), theme.card(), 0.12) : theme.accent();
  }
}

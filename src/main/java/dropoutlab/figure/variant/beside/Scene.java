package dropoutlab.figure.variant.beside;

import dropoutlab.card.Group;
import dropoutlab.card.MethodCard;
import dropoutlab.card.place.Pairing;
import dropoutlab.card.place.Placement;
import dropoutlab.card.place.Strength;
import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.LayerName;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.Versus;
import dropoutlab.frame.BesideEvidence.Network;
import dropoutlab.frame.BesideEvidence;
import dropoutlab.frame.Frame;
import dropoutlab.frame.History;
import dropoutlab.predict.variant.WeightSizes;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// All that the pictures of this view are drawn of.
///
/// @param weights the layers of A, and of B if there is one
/// @param found   what was measured; empty until then
public record Scene(Versus versus, Experiment experiment, History history, DataSet data,
                    List<List<WeightSizes>> weights, Optional<BesideEvidence> found) {
  /// The height of a picture's title.
  static final double HEAD = 20;
  private static final Type TITLE = new Type(Face.TEXT_BOLD, 12), NOTE = new Type(Face.TEXT, 11);

  public Scene { weights = List.copyOf(weights); }

  public static Scene of(Versus versus, Frame frame, DataSet data, Optional<BesideEvidence> found) {
    return new Scene(versus, frame.experiment(), frame.history(), data,
        versus.sides().stream().map(side -> WeightSizes.of(side.state().weights())).toList(), found);
  }

  Schema schema() { return data.schema(); }

  /// The method that the view is about.
  MethodCard method() { return Placement.shown(experiment); }

  double strength() { return Strength.range(method()).isPresent() ? Strength.shown(experiment) : 0; }

  /// Returns what was measured of a side; empty until then.
  Optional<Network> network(Side side) {
    return found.map(BesideEvidence::networks).filter(all -> side.letter().ordinal() < all.size())
        .map(all -> all.get(side.letter().ordinal()));
  }

  Beside asked(Side side) {
    return side.letter() == Side.Letter.A ? Pairing.a(experiment) : Pairing.b(experiment).orElseThrow();
  }

  /// Says which methods a side has: all of them.
  String told(Side side) {
    return side.letter() == Side.Letter.A ? Placement.told(experiment) : Placement.told(asked(side));
  }

  /// Says how strong the method of a side is.
  String strength(Side side) {
    MethodCard method = side.method();
    if (method.group() == Group.NONE) return "";
    if (Strength.range(method).isEmpty()) return Shown.dropRate(Pairing.rateOf(method, asked(side)));
    return Strength.told(method, side.letter() == Side.Letter.A ? Strength.of(method, experiment)
        : Strength.of(method, asked(side)));
  }

  List<WeightSizes> weights(Side side) { return weights.get(side.letter().ordinal()); }

  /// Returns the name of a layer of weights, by its number from 0 among so many.
  static String layer(int index, int all) {
    return index == all - 1 ? Words.of("train.layer.output") : LayerName.hidden(index + 1);
  }

  /// Draws the title of a side's picture: its mark, what it has and how much of it.
  void drawHead(Pen pen, Theme theme, Side side, double width) {
    side.mark(pen, theme, 6, 7, 4.5);
    String note = strength(side), title = Fit.within(pen, told(side), TITLE, width - 24 - pen.textWidth(note, NOTE));
    pen.fill(side.words(theme));
    pen.text(title, 16, 11, TITLE, Align.LEFT);
    pen.fill(theme.muted());
    pen.text(note, 24 + pen.textWidth(title, TITLE), 11, NOTE, Align.LEFT);
  }
}

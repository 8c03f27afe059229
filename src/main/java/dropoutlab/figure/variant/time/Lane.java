package dropoutlab.figure.variant.time;

import dropoutlab.figure.variant.RecurrentLayer.Where;
import dropoutlab.figure.variant.RecurrentLayer;
import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.Site;
import dropoutlab.figure.variant.Sites;
import dropoutlab.figure.variant.Versus;
import dropoutlab.frame.LayerView.StepMask.Place;
import dropoutlab.frame.LayerView.StepMask;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.spec.LayerSpec.RecurrentDrop.RecurrentMethod;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The values of one example at a place of dropout of one network, step by step, and what its method does to them.
///
/// @param site    the place; its number is -1 where neither network drops anything
/// @param row     the example's row
/// @param values  (examples x steps units): what is pictured. Where the news alone is dropped, it is the memory
/// @param title   what is pictured
/// @param between whether it is dropped on its way from step to step
/// @param lasting whether one mask lasts for the whole sequence
/// @param draws   of how many equal parts of a sequence it is decided, one by one, whether they are dropped
record Lane(Side side, Site site, int row, int steps, Matrix values, Marking marking, String title, boolean between,
            boolean lasting, double draws) {
  /// What a factor 0 does, and how it is marked.
  enum Marking {
    /// Nothing is dropped.
    NONE,
    /// The value is lost: a dot.
    DROPPED,
    /// The value stays, without its news: a ring.
    NEWS,
    /// The value of the step before is kept: a bar.
    KEPT
  }

  /// @param front the number of the site that is pictured; the state where there is none
  static Lane of(Versus versus, Side side, int front, int example) {
    List<Site> sites = Sites.of(versus, side);
    Optional<Where> where = Sites.recurrent(versus, front);
    if (where.isPresent()) return recurrent(versus, side, sites.get(front), where.get(), example);
    Stream<Lane> inBody = front < 0 || front >= sites.size() ? Stream.empty()
        : RecurrentLayer.flat(side.view()).flatMap(layer -> inBody(side, layer, sites.get(front), example).stream());
    return inBody.findFirst().orElseGet(() -> still(side, example));
  }

  private static Lane recurrent(Versus versus, Side side, Site site, Where where, int example) {
    Function<Side, RecurrentLayer> layer = each -> RecurrentLayer.of(each).get(where.layer());
    RecurrentLayer own = layer.apply(side);
    Optional<StepMask> mask = own.at(where.slot());
    Place place = Stream.concat(Stream.of(side), versus.sides().stream())
        .flatMap(each -> layer.apply(each).at(where.slot()).stream())
        .findFirst().map(StepMask::place).orElse(Place.STATE);
    boolean news = place == Place.CANDIDATE && !own.isPlain(), zoneout = isZoneout(place);
    boolean after = zoneout && mask.isPresent();
    Matrix values = news ? own.memory() : after ? site.dropped().after() : site.dropped().before();
    boolean lasting = mask.isPresent() && own.spec().drop().method() == RecurrentMethod.VARIATIONAL;
    Marking marking = site.isDrawn() ? marking(place, news) : Marking.NONE;
    int steps = own.view().steps(), draws = lasting ? values.cols() / steps : values.cols();
    return new Lane(side, site, row(values, example), steps, values, marking, title(own, place, news, mask.isPresent()),
        place == Place.STATE, lasting, draws);
  }

  private static String title(RecurrentLayer own, Place place, boolean news, boolean masked) {
    boolean memory = own.hasMemory() && (news || place == Place.CELL_ZONEOUT);
    if (news || isZoneout(place)) return Words.of(memory ? "time.title.memory" : "time.title.kept");
    boolean gates = masked && own.groups() > 1 && (place == Place.STATE || place == Place.INPUTS);
    if (!gates) return Words.name("time.title", place);
    return Words.of(place == Place.STATE ? "time.gate.state" : "time.gate.inputs");
  }

  private static boolean isZoneout(Place place) { return place == Place.STATE_ZONEOUT || place == Place.CELL_ZONEOUT; }

  private static Marking marking(Place place, boolean news) {
    return news ? Marking.NEWS : isZoneout(place) ? Marking.KEPT : Marking.DROPPED;
  }

  private static Optional<Lane> inBody(Side side, LayerView layer, Site site, int example) {
    if (layer instanceof LayerView.Embedding e && e.dropped() == site.dropped())
      return Optional.of(inBody(side, site, e.steps(), Words.of("time.title.words"), types(e), example));
    if (layer instanceof LayerView.Sequence s && s.dropped().filter(d -> d == site.dropped()).isPresent())
      return Optional.of(inBody(side, site, s.steps(), Words.of("time.title.features"), site.size(), example));
    return Optional.empty();
  }

  private static Lane inBody(Side side, Site site, int steps, String title, double draws, int example) {
    Matrix values = site.dropped().before();
    Marking marking = site.isDrawn() ? Marking.DROPPED : Marking.NONE;
    return new Lane(side, site, row(values, example), steps, values, marking, title, false, false, draws);
  }

  /// Word types of unequal shares s of a sequence vary as much as 1 / Σ s² equal parts, on average over the sequences.
  private static double types(LayerView.Embedding embedding) {
    Matrix words = embedding.words();
    double squares = 0;
    for (int row = 0; row < words.rows(); row++)
      for (int a = 0; a < words.cols(); a++)
        for (int b = 0; b < words.cols(); b++) if (words.at(row, a) == words.at(row, b)) squares++;
    return squares == 0 ? 1 : words.rows() * (double) words.cols() * words.cols() / squares;
  }

  private static Lane still(Side side, int example) {
    LayerView.Recurrent last = RecurrentLayer.of(side).getLast().view();
    Site none = new Site(-1, "", LayerView.Dropped.none(last.values()));
    return new Lane(side, none, row(last.values(), example), last.steps(), last.values(), Marking.NONE,
        Words.of("time.title.kept"), false, false, 1);
  }

  private static int row(Matrix values, int example) { return Math.clamp(example, 0, Math.max(0, values.rows() - 1)); }

  int units() { return values.cols() / steps; }

  /// Returns the index of a value in the example's row at the site.
  int index(int step, int unit) { return step * units() + unit; }

  double value(int step, int unit) { return values.isEmpty() ? 0 : values.at(row, index(step, unit)); }

  boolean isMarked(int step, int unit) { return marking != Marking.NONE && site.isDropped(row, index(step, unit)); }

  /// Returns whether something is marked at every unit of a step, as a word that is dropped is.
  boolean isWholeStep(int step) {
    for (int unit = 0; unit < units(); unit++) if (!isMarked(step, unit)) return false;
    return true;
  }

  double largest() {
    double largest = 0;
    if (values.isEmpty()) return 0;
    for (int i = 0; i < values.cols(); i++) largest = Math.max(largest, Math.abs(values.at(row, i)));
    return largest;
  }

  /// What the pointer is told on a value.
  String told(int step, int unit) {
    Site.Reading read = site.read(row, index(step, unit));
    String where = Words.of("time.cell", unit + 1, step + 1);
    if (isMarked(step, unit) && marking == Marking.KEPT)
      return where + "\n" + Words.of("time.cell.kept", Numbers.reading(read.after()), Numbers.reading(read.before()));
    return where + "\n" + Words.of(marking == Marking.NEWS ? "time.cell.news" : "time.cell.reading",
        Numbers.reading(read.before()), Numbers.reading(read.factor()), Numbers.reading(read.after()));
  }
}

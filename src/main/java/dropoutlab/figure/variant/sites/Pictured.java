package dropoutlab.figure.variant.sites;

import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.Site;
import dropoutlab.figure.variant.Versus;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// What is pictured: one of two networks, or the difference between them, on one example.
final class Pictured {
  private final List<Side> sides;
  private final Flow flow;
  private final List<Flow> flows;
  private final int example;
  private final int head;

  Pictured(Versus versus, Look look) {
    sides = shown(versus, look.shown());
    flows = versus.sides().stream().map(side -> Flow.of(versus, side, look.site())).toList();
    flow = flows.get(versus.sides().indexOf(sides.getFirst()));
    int rows = places().stream().mapToInt(place -> place.site().dropped().before().rows()).min().orElse(1);
    example = Math.clamp(look.example(), 0, Math.max(0, rows - 1));
    int heads = places().stream().mapToInt(Place::heads).max().orElse(1);
    head = Math.clamp(look.head(), 0, heads - 1);
  }

  /// Without B, A is shown.
  private static List<Side> shown(Versus versus, Look.Shown shown) {
    return switch (shown) {
      case A -> List.of(versus.a());
      case B -> List.of(versus.b().orElse(versus.a()));
      case DIFFERENCE -> versus.sides();
    };
  }

  boolean isDifference() { return sides.size() > 1; }

  /// The one that is shown; A for a difference.
  Side side() { return sides.getFirst(); }

  List<Side> sides() { return sides; }

  Flow flow() { return flow; }

  List<Place> places() { return flow.places(); }

  int example() { return example; }

  int head() { return head; }

  Seen seen(int i) {
    return new Seen(places().get(i), isDifference() ? Optional.of(flows.getLast().places().get(i))
        : Optional.empty(), example);
  }

  /// Returns the size of a value that has the full colour: the same for A and for B.
  double largest(int i) {
    if (isDifference()) return seen(i).largest();
    return flows.stream().mapToDouble(each -> each.places().get(i).largest(example)).max().orElse(0);
  }

  RowSums rowSums(int i) {
    List<Place> shown = isDifference() ? flows.stream().map(each -> each.places().get(i)).toList()
        : List.of(places().get(i));
    return new RowSums(shown, sides, example, head);
  }

  String title(Place place) {
    return place.isAttention() ? Words.of("depth.attention", head + 1, place.heads()) : place.name();
  }

  String brief(Place place) {
    return place.isAttention() ? Words.of("depth.head", head + 1) : Words.name("depth.place_brief", place.kind());
  }

  String rate(int i) {
    return isDifference() ? Words.of("depth.difference")
        : Words.of("depth.rate", Shown.briefRate(places().get(i).site().p()));
  }

  String kept(int i) {
    Place place = places().get(i);
    return isDifference() ? "" : Words.of("depth.kept", place.kept(example, head(place)), place.size());
  }

  String keptBriefly(int i) {
    Place place = places().get(i);
    return isDifference() ? "" : Words.of("depth.kept_brief", place.kept(example, head(place)), place.size());
  }

  private int head(Place place) { return place.isAttention() ? head : 0; }

  /// What the pointer is told on a place.
  String told(int i) {
    Place place = places().get(i);
    return String.join("\n", place.name(), Shown.dropRate(place.site().p()), kept(i)).strip();
  }

  /// What the pointer is told on a value.
  String told(int i, int index, WordLabels labels) {
    Place place = places().get(i);
    int word = place.wordOf(index), column = index % place.width();
    String where = place.isAttention()
        ? Words.of("depth.cell.attention", head + 1, word + 1, labels.names().get(word), column + 1,
            labels.names().get(column))
        : Words.of("depth.cell.feature", place.name(), word + 1, labels.names().get(word), column + 1);
    if (isDifference()) return where + "\n" + Words.of("depth.cell.difference", Shown.signed(seen(i).value(index)));
    Site.Reading read = place.site().read(example, index);
    return where + "\n" + Words.of("depth.cell.reading", Numbers.reading(read.before()), Numbers.reading(read.factor()),
        Numbers.reading(read.after()));
  }
}

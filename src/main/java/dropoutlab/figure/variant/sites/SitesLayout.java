package dropoutlab.figure.variant.sites;

import dropoutlab.figure.plot.Inset;
import java.util.ArrayList;
import java.util.List;

/// Where the parts of the picture stand: a raster for each place of dropout below the line of layers, one row for each
/// word, the sums of the rows beside the attention, and what the network says at the end.
///
/// @param rasters in the order of the places
/// @param sums    beside the attention; without width where there is no room
/// @param says    likewise
/// @param first   the first word that is shown
/// @param words   how many words are shown
record SitesLayout(List<Inset> rasters, Inset sums, Inset says, int first, int words) {
  /// Where the line of layers runs, and how far each circle on it reaches.
  static final double LINE = 24, CIRCLE = 8.5;
  static final double LABELS = 22;
  /// More words are scrolled.
  private static final int MOST_WORDS = 24;
  private static final double HEAD = 72, FOOT = 34, SUMS = 38, SAYS = 64;
  private static final double WIDE = 620, MEDIUM = 420;
  private static final double ATTENTION_SHARE = 2.5, WIDEST_CELL = 9;

  static boolean tellsNumbers(double height) { return height >= 200; }

  /// @param labels how wide the names of the words are
  static SitesLayout of(List<Place> places, double labels, int first, double width, double height) {
    int steps = places.isEmpty() ? 1 : places.getFirst().steps(), words = Math.min(steps, MOST_WORDS);
    double says = width >= WIDE ? SAYS : 0, sums = width >= MEDIUM ? SUMS : 0;
    double top = HEAD, high = Math.max(words, height - top - (tellsNumbers(height) ? FOOT : 4));
    List<Double> widths = widths(places, width - labels - says - gaps(places, sums), high);
    double spare = width - labels - says - gaps(places, sums) - widths.stream().mapToDouble(Double::doubleValue).sum();
    double each = Math.max(0, spare / Math.max(1, places.size())), left = labels;
    List<Inset> rasters = new ArrayList<>();
    Inset beside = new Inset(0, top, 0, high);
    for (int i = 0; i < places.size(); i++) {
      Inset at = new Inset(Math.round(left), top, Math.round(widths.get(i)), high);
      rasters.add(at);
      if (places.get(i).isAttention() && sums > 0) beside = new Inset(at.right() + 9, top, sums, high);
      left += widths.get(i) + gap(places.get(i), sums) + each;
    }
    Inset end = new Inset(width - says, top, says, high);
    return new SitesLayout(rasters, beside, end, Math.clamp(first, 0, steps - words), words);
  }

  boolean showsSums() { return sums.width() > 1; }

  boolean showsSays() { return says.width() > 1; }

  private static double gaps(List<Place> places, double sums) {
    return places.stream().mapToDouble(place -> gap(place, sums)).sum();
  }

  /// The least room behind a raster.
  private static double gap(Place place, double sums) {
    return switch (place.kind()) {
      case EMBEDDING, FEED_FORWARD -> 22;
      case ATTENTION -> 20 + (sums > 0 ? sums + 9 : 0);
      case AFTER_ATTENTION -> 44;
      case AFTER_FEED_FORWARD -> 14;
    };
  }

  /// Attention is about square; of the others a wider layer has a wider raster, but not in proportion.
  private static List<Double> widths(List<Place> places, double room, double high) {
    double shares = places.stream().mapToDouble(SitesLayout::share).sum();
    return places.stream().map(place -> {
      double wanted = Math.max(6, room * share(place) / shares);
      return Math.min(wanted, place.isAttention() ? 1.05 * high : WIDEST_CELL * place.width());
    }).toList();
  }

  private static double share(Place place) { return place.isAttention() ? ATTENTION_SHARE
      : Math.sqrt(place.width() / 16.0); }

  /// Returns where a word stands, from its top.
  double top(Inset raster, int word) { return raster.top() + (word - first) * raster.height() / words; }

  boolean shows(int word) { return word >= first && word < first + words; }
}

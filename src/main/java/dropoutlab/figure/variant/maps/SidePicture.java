package dropoutlab.figure.variant.maps;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One network on one example: its places of dropout beside each other, that in front larger, and below them what it
/// says about the classes.
///
/// @param front   the number of the place in front
/// @param classes empty if no classes are predicted
record SidePicture(List<PlacePicture> places, int front, Optional<ClassBars> classes) implements Figure {
  private static final double GAP = 10, LEAST = 62, MOST = 170, LEAST_FRONT = 130, LEAST_PICTURE = 90,
      MOST_CLASSES = 100;
  /// The share of the width that all places but the one in front have, beside one of them.
  private static final double SHARE = .25;

  SidePicture { places = List.copyOf(places); }

  private record Placed(Inset at, Figure figure) {}

  private List<Placed> placed(double width, double height) {
    List<Placed> placed = new ArrayList<>();
    boolean says = classes.isPresent() && height >= ClassBars.HEIGHT + LEAST_PICTURE;
    double room = height - (says ? ClassBars.HEIGHT : 0), bottom = 0, left = 0;
    List<PlacePicture> shown = shown(width);
    double other = other(width, shown.size());
    for (PlacePicture place : shown) bottom = Math.max(bottom, place.bottom(wide(place, shown, width, other), room));
    double foot = Math.min(bottom, room - PlacePicture.FOOT), below = foot + PlacePicture.FOOT;
    for (PlacePicture place : shown) {
      double wide = wide(place, shown, width, other);
      placed.add(new Placed(new Inset(left, 0, wide, room), place.withFoot(foot)));
      left += wide + GAP;
    }
    if (says) placed.add(new Placed(new Inset(0, below, width, Math.min(MOST_CLASSES, height - below)), classes.get()));
    return placed;
  }

  private static double wide(PlacePicture place, List<PlacePicture> shown, double width, double other) {
    return place.front() ? width - (shown.size() - 1) * (other + GAP) : other;
  }

  private static double other(double width, int shown) {
    return Math.clamp(SHARE * width * 2 / Math.max(2, shown), LEAST, MOST);
  }

  /// As many neighbours of the place in front as have room.
  private List<PlacePicture> shown(double width) {
    int most = Math.clamp(1 + (int) ((width - LEAST_FRONT) / (LEAST + GAP)), 1, Math.max(1, places.size()));
    int first = Math.clamp(front - most / 2, 0, places.size() - Math.min(most, places.size()));
    return places.subList(first, Math.min(places.size(), first + most));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    for (Placed each : placed(width, height)) each.at.draw(pen, each.figure, theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    return placed(width, height).stream().flatMap(each -> each.at.hit(each.figure, x, y).stream()).findFirst();
  }
}

package dropoutlab.figure.variant.maps;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.SiteStrip.Box;
import dropoutlab.figure.variant.SiteStrip;
import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A convolutional network in one line, with the example's picture in front of it.
///
/// @param places  the places of dropout
/// @param image   the example's pixels, (1 x pixels); empty where they are not known
/// @param columns how many of them are in a row
record MapsStrip(NetworkView view, NetworkSpec spec, List<Place> places, int focused, Matrix image, int columns)
    implements Figure {
  private static final double SIDE = 36;

  /// How much the boxes say, from the most to the least.
  private enum Detail { SIZES, KINDS, VALUES_ONLY }

  private SiteStrip strip(double width) {
    return new SiteStrip(Stream.of(Detail.values()).map(this::boxes).filter(boxes -> SiteStrip.fits(boxes, width))
        .findFirst().orElseGet(() -> boxes(Detail.VALUES_ONLY)), focused);
  }

  private List<Box> boxes(Detail detail) {
    List<Box> boxes = new ArrayList<>(List.of(Box.end(image.isEmpty() ? Words.of("maps.strip.inputs") : "")));
    for (int i = 0; i < spec.body().size(); i++) {
      name(spec.body().get(i), view.body().get(i).kind(), detail).ifPresent(name -> boxes.add(Box.layer(name)));
      addSite(boxes, i);
    }
    for (int i = 0; i < view.layers().size(); i++) {
      if (i > 0) boxes.add(Box.layer(dense(view.layers().get(i).units(), detail)));
      addSite(boxes, spec.body().size() + i);
    }
    return boxes;
  }

  private static String dense(int units, Detail detail) {
    return detail == Detail.SIZES ? Words.of("maps.strip.dense", units) : Words.of("maps.strip.dense.brief");
  }

  private void addSite(List<Box> boxes, int layer) {
    places.stream().filter(place -> place.layer() == layer).forEach(place -> boxes.add(Box.site(place.site().number(),
        Words.of("maps.strip.site", place.site().number() + 1, place.site().name()))));
  }

  /// What only drops, or reads the values in another way, has no box.
  private static Optional<String> name(LayerSpec layer, Kind kind, Detail detail) {
    return switch (layer) {
      case LayerSpec.Conv2d conv -> Optional.of(Words.of("maps.strip.convolution", conv.kernel()));
      case LayerSpec.Pool pool -> Optional.of(pool(pool, detail));
      case LayerSpec.Activate activate -> Optional.of(activate.activation()).filter(_ -> detail != Detail.VALUES_ONLY)
          .map(activation -> Words.name("shell.activation", activation));
      case LayerSpec.Reshape _, LayerSpec.Drop _, LayerSpec.SpatialDropout _, LayerSpec.DropBlock _ -> Optional.empty();
      case LayerSpec.DenseLayer _, LayerSpec.LayerNorm _, LayerSpec.BatchNorm _, LayerSpec.Residual _,
          LayerSpec.Embedding _, LayerSpec.Recurrent _, LayerSpec.TimePool _, LayerSpec.Position _,
          LayerSpec.Attention _, LayerSpec.Encoder _ -> Optional.of(Words.name("figure.layer", kind));
    };
  }

  private static String pool(LayerSpec.Pool pool, Detail detail) {
    boolean brief = detail != Detail.SIZES;
    return switch (pool.kind()) {
      case MAX -> brief ? Words.of("maps.strip.max.brief") : Words.of("maps.strip.max", pool.size());
      case AVERAGE -> brief ? Words.of("maps.strip.average.brief") : Words.of("maps.strip.average", pool.size());
    };
  }

  private double left() { return image.isEmpty() ? 0 : SIDE; }

  private Inset line(double width, double height) { return new Inset(left(), 0, width - left(), height); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    if (!image.isEmpty()) drawImage(pen, height, theme);
    Inset line = line(width, height);
    line.draw(pen, strip(line.width()), theme);
  }

  private void drawImage(Pen pen, double height, Theme theme) {
    int[] pixels = new int[image.size()];
    double low = image.min(), high = image.max();
    for (int i = 0; i < pixels.length; i++)
      pixels[i] = Palette.mix(theme.card(), theme.ink(), high > low ? (image.get(i) - low) / (high - low) : 0);
    double side = Math.min(SIDE, height - 2), top = Math.round((height - side) / 2) + 2;
    pen.image(pixels, columns, pixels.length / columns, 0, top, side, side * pixels.length / columns / columns, false);
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.strokeRect(.5, top + .5, side - 1, side - 1);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Inset line = line(width, height);
    return line.hit(strip(line.width()), x, y);
  }
}

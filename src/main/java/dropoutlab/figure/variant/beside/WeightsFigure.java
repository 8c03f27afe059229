package dropoutlab.figure.variant.beside;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.frame.BesideEvidence.Network;
import dropoutlab.frame.Learned;
import dropoutlab.predict.variant.WeightSizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The weights of the first layers as histograms, and what they make of the inputs: a map, a curve, pictures, or the
/// weights of the first layer themselves, input by input.
record WeightsFigure(Scene scene, Side side, Function<Learned, Figure> learned) implements Figure {
  private static final int MOST_LAYERS = 3, MOST_INPUTS = 24;
  private static final double SPACE = 10, LEAST_LAYER = 56, LEAST_WIDTH = 260, LEAST_INPUTS = 46, MOST_INPUTS_HIGH = 90;

  private record Part(Inset at, Figure figure) {}

  private List<Part> parts(double width, double height) {
    List<Part> parts = new ArrayList<>();
    Optional<Figure> right = width < LEAST_WIDTH ? Optional.empty() : right();
    double room = height - Scene.HEAD, wide = right.isEmpty() ? width : Math.floor(.5 * width);
    int layers = scene.weights(side).size(),
        shown = Math.clamp((long) (room / LEAST_LAYER), 1, Math.min(MOST_LAYERS, layers));
    double each = room / shown;
    // The output's weights are the last that matter: few, and next to the loss.
    for (int i = 0; i < shown; i++) parts.add(new Part(new Inset(0, Scene.HEAD + i * each, wide, each), histogram(i)));
    right.ifPresent(figure -> addRight(parts, figure, wide + SPACE, width, room));
    return parts;
  }

  /// Below a map, which is not as high as the histograms, there is room for the weights of its two inputs.
  private void addRight(List<Part> parts, Figure figure, double left, double width, double room) {
    double high = isPlane() ? Math.min(room - 4, .78 * (width - left)) : room - 4;
    parts.add(new Part(new Inset(left, Scene.HEAD + 4, width - left, high), figure));
    double rest = room - 4 - high - 12;
    if (isPlane() && rest >= LEAST_INPUTS && scene.asked(side).network().body().isEmpty())
      parts.add(new Part(new Inset(left, Scene.HEAD + room - rest, width - left, Math.min(rest, MOST_INPUTS_HIGH)),
          InputWeights.of(scene, side)));
  }

  private boolean isPlane() { return scene.schema().inputs().size() == 2 && scene.schema().image().isEmpty(); }

  private Figure histogram(int layer) {
    List<WeightSizes> both = scene.versus().sides().stream().map(scene::weights).filter(all -> layer < all.size())
        .map(all -> all.get(layer)).toList();
    String name = Scene.layer(layer, scene.weights(side).size());
    WeightSizes own = scene.weights(side).get(layer);
    return scene.method().name().equals("max-norm") ? WeightHistogram.ofUnits(side, name, own, both, scene.strength())
        : WeightHistogram.ofWeights(side, name, own, both);
  }

  private Optional<Figure> right() {
    boolean picture = scene.schema().inputs().size() <= 2 || scene.schema().image().isPresent();
    if (!picture && scene.schema().inputs().size() <= MOST_INPUTS && scene.asked(side).network().body().isEmpty())
      return Optional.of(InputWeights.of(scene, side));
    return scene.network(side).flatMap(Network::learned).map(learned);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    scene.drawHead(pen, theme, side, width);
    if (height < Scene.HEAD + LEAST_LAYER) return;
    for (Part part : parts(width, height)) part.at.draw(pen, part.figure, theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    if (height < Scene.HEAD + LEAST_LAYER) return Optional.empty();
    return parts(width, height).stream().flatMap(part -> part.at.hit(part.figure, x, y).stream()).findFirst();
  }
}

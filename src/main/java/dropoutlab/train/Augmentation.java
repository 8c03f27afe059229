package dropoutlab.train;

import dropoutlab.data.ImageShape;
import dropoutlab.data.Schema;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.state.State;
import dropoutlab.spec.AugmentationSpec;
import dropoutlab.words.Words;
import java.util.Arrays;

/// Changes a batch of training examples in place, with random numbers from a stream of its own; a change that is
/// switched off draws nothing. In this order:
///
/// - shift: an image moves by (dx, dy), each uniform in -s ... s; the part that comes in is paper
/// - cutout: a square of paper at a uniform centre, which may hang over the border (DeVries and Taylor 2017)
/// - erase, with probability q: a rectangle of random grey. Its area is uniform in 2 % to 40 % of the image, and its
///   height over its width is uniform in 0.3 to 1/0.3; both are drawn anew until the rectangle fits, at most a hundred
///   times (Zhong et al. 2017)
/// - noise: x + σ z with standard normal z, on every standardised input
/// - mixup: λ x + (1-λ) x' and λ t + (1-λ) t', with x' from a random order of the batch and λ ~ Beta(α, α), one per
///   batch as in the authors' own code (Zhang et al. 2018)
///
/// Paper is the raw value 0 and ink the raw value 1, both standardised, because a network has learnt which value paper
/// has. Only mixup changes targets: a network that reconstructs its inputs learns to undo all else.
final class Augmentation {
  private static final double[] AREA = {0.02, 0.4};
  private static final double[] ASPECT = {0.3, 1 / 0.3};
  private static final int ATTEMPTS = 100;

  private final AugmentationSpec spec;
  private final RandomStream stream;
  private final ImageShape image;
  private final float paper;
  private final float ink;
  private final float[] moved;
  private final Tensor otherX;
  private final Tensor otherY;
  private int[] order = new int[0];

  Augmentation(AugmentationSpec spec, Schema schema, RandomStream stream) {
    if (spec.ofImages() && schema.image().isEmpty())
      throw new IllegalArgumentException(Words.of("train.augmentation.images", schema.inputs().size()));
    this.spec = spec;
    this.stream = stream;
    image = schema.image().orElse(new ImageShape(schema.inputs().size(), 1));
    paper = (float) schema.inputScaling().toScaled(0, 0);
    ink = (float) schema.inputScaling().toScaled(0, 1);
    moved = new float[image.pixels()];
    otherX = new Tensor(0, image.pixels());
    otherY = new Tensor(0, schema.outputs());
  }

  /// Changes a batch: `x` is (batch x inputs), `y` is (batch x targets); both are overwritten.
  void apply(Tensor x, Tensor y) {
    for (int r = 0; r < x.rows(); r++) {
      int at = r * image.pixels();
      if (spec.shift() > 0) shift(x.data(), at);
      if (spec.cutout() > 0) cutOut(x.data(), at);
      if (spec.erase() > 0 && stream.nextDouble() < spec.erase()) erase(x.data(), at);
    }
    if (spec.noise() > 0)
      for (int i = 0; i < x.size(); i++) x.data()[i] += (float) (spec.noise() * stream.nextGaussian());
    if (spec.mixup() > 0) mix(x, y);
  }

  void keep(State state) { state.stream("augmentation", stream); }

  private void shift(float[] x, int at) {
    int most = spec.shift(), dx = stream.nextInt(2 * most + 1) - most, dy = stream.nextInt(2 * most + 1) - most;
    Arrays.fill(moved, paper);
    for (int row = Math.max(0, dy); row < Math.min(image.height(), image.height() + dy); row++)
      for (int col = Math.max(0, dx); col < Math.min(image.width(), image.width() + dx); col++)
        moved[row * image.width() + col] = x[at + (row - dy) * image.width() + col - dx];
    System.arraycopy(moved, 0, x, at, moved.length);
  }

  private void cutOut(float[] x, int at) {
    int left = stream.nextInt(image.width()) - spec.cutout() / 2;
    int top = stream.nextInt(image.height()) - spec.cutout() / 2;
    for (int row = Math.max(0, top); row < Math.min(image.height(), top + spec.cutout()); row++)
      for (int col = Math.max(0, left); col < Math.min(image.width(), left + spec.cutout()); col++)
        x[at + row * image.width() + col] = paper;
  }

  private void erase(float[] x, int at) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      double area = image.pixels() * stream.uniform(AREA[0], AREA[1]), aspect = stream.uniform(ASPECT[0], ASPECT[1]);
      int height = (int) Math.rint(Math.sqrt(area * aspect)), width = (int) Math.rint(Math.sqrt(area / aspect));
      if (height > image.height() || width > image.width()) continue;
      erase(x, at, height, width);
      return;
    }
  }

  private void erase(float[] x, int at, int height, int width) {
    int top = stream.nextInt(image.height() - height + 1), left = stream.nextInt(image.width() - width + 1);
    for (int row = top; row < top + height; row++)
      for (int col = left; col < left + width; col++)
        x[at + row * image.width() + col] = (float) stream.uniform(paper, ink);
  }

  private void mix(Tensor x, Tensor y) {
    double share = BetaDraw.next(stream, spec.mixup());
    otherX.resize(x.rows()).copyFrom(x);
    otherY.resize(y.rows()).copyFrom(y);
    if (order.length != x.rows()) order = new int[x.rows()];
    Arrays.setAll(order, i -> i);
    stream.shuffle(order);
    blend(x, otherX, (float) share, (float) (1 - share));
    blend(y, otherY, (float) share, (float) (1 - share));
  }

  private void blend(Tensor to, Tensor other, float share, float rest) {
    for (int r = 0; r < to.rows(); r++)
      for (int c = 0; c < to.cols(); c++)
        to.set(r, c, share * to.at(r, c) + rest * other.at(order[r], c));
  }
}

package dropoutlab.predict.query;

import dropoutlab.data.ForeignGlyphs;
import dropoutlab.data.ImageShape;
import dropoutlab.data.PictureEdits;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.frame.Sampling;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.predict.Predictive;
import dropoutlab.predict.quality.RocArea;
import dropoutlab.spec.DataSpec;
import java.util.ArrayList;
import java.util.List;

/// What the network says of pictures that it was not trained on: turned ones, and glyphs that are none of its classes.
record PictureAnswers(QueryContext context, Sampling sampling) {
  private static final int MOST_OF_A_KIND = 500;
  private static final int SHOWN = 24;
  /// The stream of [RandomStream.Purpose#DATA] that glyphs are drawn from; those of the data sets are 0 to 2.
  private static final int GLYPHS = 3;
  private static final double HALF_TURN = 180;

  private ImageShape shape() { return context.schema().image().orElseThrow(); }

  Result.Rotation rotate(Query.Rotation query) {
    int example = Math.clamp(query.example(), 0, context.data().shown().size() - 1);
    Matrix upright = raw(example);
    List<Double> degrees = new ArrayList<>();
    List<Matrix> turned = new ArrayList<>();
    for (int step = 0; step < query.steps(); step++) {
      degrees.add(HALF_TURN * step / (query.steps() - 1));
      turned.add(PictureEdits.rotate(upright, shape(), degrees.getLast()));
    }
    Matrix pictures = Matrix.generate(turned.size(), upright.cols(), (step, pixel) -> turned.get(step).get(pixel));
    Tensor x = scaled(pictures);
    float[][] passed = new float[x.rows()][sampling.passes() * classes()];
    Predictive predictive = context.predict(sampling, x, (answer, pass) -> {
      for (int step = 0; step < passed.length; step++)
        System.arraycopy(answer.data(), step * classes(), passed[step], pass * classes(), classes());
    });
    List<Matrix> probabilities = new ArrayList<>();
    for (float[] step : passed) probabilities.add(Matrix.copyOf(step, sampling.passes(), classes()));
    return new Result.Rotation(sampling.passes(), context.data().shown().label(example), context.schema().classes(),
        shape().width(), shape().height(), degrees, pictures, probabilities, predictive.mean(),
        context.deterministic(x), predictive.entropy(), predictive.information());
  }

  private int classes() { return context.schema().classes().size(); }

  Result.Foreign foreign() {
    Tensor images = context.data().shown().x();
    int inside = Math.min(MOST_OF_A_KIND, images.rows());
    DataSpec data = context.frame().experiment().data();
    Matrix glyphs = ForeignGlyphs.to(data).draw(shape(), MOST_OF_A_KIND, pixelNoise(),
        RandomStream.of(context.frame().experiment().seed(), RandomStream.Purpose.DATA, GLYPHS));
    Tensor x = new Tensor(inside + glyphs.rows(), images.cols()), strange = scaled(glyphs);
    for (int row = 0; row < inside; row++) x.copyRow(row, images, row);
    for (int row = 0; row < glyphs.rows(); row++) x.copyRow(inside + row, strange, row);
    Predictive says = context.predict(sampling, x);
    Matrix in = rows(says.information(), 0, inside), out = rows(says.information(), inside, glyphs.rows());
    Matrix inEntropy = rows(says.entropy(), 0, inside), outEntropy = rows(says.entropy(), inside, glyphs.rows());
    return new Result.Foreign(sampling.passes(), in, out, inEntropy, outEntropy, shape().width(), shape().height(),
        rows(glyphs, 0, SHOWN), rows(out, 0, SHOWN), RocArea.of(in, out), RocArea.of(inEntropy, outEntropy),
        ForeignGlyphs.areDigits(data));
  }

  /// Drawn digits have noise in their pixels: glyphs without would be told by their clean paper.
  private double pixelNoise() {
    return context.frame().experiment().data() instanceof DataSpec.Generated generated ? generated.noise() : 0;
  }

  private static Matrix rows(Matrix of, int from, int count) {
    return Matrix.generate(count, of.cols(), (row, column) -> of.at(from + row, column));
  }

  /// An image in the user's units, 0 to 1.
  private Matrix raw(int example) {
    Matrix shown = context.data().shownInputs(example);
    return Matrix.generate(1, shown.cols(), (_, pixel) -> (float) Math.clamp(shown.get(pixel), 0, 1));
  }

  private Tensor scaled(Matrix raw) { return InputSpace.scaled(raw, context.schema()); }
}

package dropoutlab.predict.query;

import dropoutlab.data.ForeignGlyphs;
import dropoutlab.data.ImageShape;
import dropoutlab.data.PictureEdits;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.predict.Predictive;
import dropoutlab.predict.quality.RocArea;
import dropoutlab.spec.DataSpec;
import java.util.ArrayList;
import java.util.List;

/// What the network says of pictures that it was not trained on: turned ones, and glyphs that are none of its classes.
record PictureAnswers(Inquiry inquiry) {
  private static final int MOST_OF_A_KIND = 500;
  private static final int SHOWN = 24;
  /// The stream of [RandomStream.Purpose#DATA] that glyphs are drawn from; those of the data sets are 0 to 2.
  private static final int GLYPHS = 3;
  private static final double HALF_TURN = 180;

  private ImageShape shape() { return inquiry.schema().image().orElseThrow(); }

  Result.Rotation rotate(Query.Rotation question) {
    int example = Math.clamp(question.example(), 0, inquiry.data().shown().size() - 1);
    Matrix upright = raw(example);
    List<Double> degrees = new ArrayList<>();
    List<Matrix> turned = new ArrayList<>();
    for (int step = 0; step < question.steps(); step++) {
      degrees.add(HALF_TURN * step / (question.steps() - 1));
      turned.add(PictureEdits.rotate(upright, shape(), degrees.getLast()));
    }
    Matrix pictures = Matrix.generate(turned.size(), upright.cols(), (step, pixel) -> turned.get(step).get(pixel));
    Tensor x = scaled(pictures);
    float[][] passed = new float[x.rows()][inquiry.passes() * classes()];
    Predictive predictive = inquiry.predict(x, inquiry.sampling().held(), (answer, pass) -> {
      for (int step = 0; step < passed.length; step++)
        System.arraycopy(answer.data(), step * classes(), passed[step], pass * classes(), classes());
    });
    List<Matrix> probabilities = new ArrayList<>();
    for (float[] step : passed) probabilities.add(Matrix.copyOf(step, inquiry.passes(), classes()));
    return new Result.Rotation(inquiry.passes(), inquiry.data().shown().label(example), inquiry.schema().classes(),
        shape().width(), shape().height(), degrees, pictures, probabilities, predictive.mean(),
        inquiry.deterministic(x), predictive.entropy(), predictive.information());
  }

  private int classes() { return inquiry.schema().classes().size(); }

  Result.Foreign foreign() {
    Tensor images = inquiry.data().shown().x();
    int inside = Math.min(MOST_OF_A_KIND, images.rows());
    DataSpec data = inquiry.frame().experiment().data();
    Matrix glyphs = ForeignGlyphs.to(data).draw(shape(), MOST_OF_A_KIND, pixelNoise(),
        RandomStream.of(inquiry.frame().experiment().seed(), RandomStream.Purpose.DATA, GLYPHS));
    Tensor x = new Tensor(inside + glyphs.rows(), images.cols()), strange = scaled(glyphs);
    for (int row = 0; row < inside; row++) x.copyRow(row, images, row);
    for (int row = 0; row < glyphs.rows(); row++) x.copyRow(inside + row, strange, row);
    Predictive says = inquiry.predict(x);
    Matrix in = rows(says.information(), 0, inside), out = rows(says.information(), inside, glyphs.rows());
    Matrix inEntropy = rows(says.entropy(), 0, inside), outEntropy = rows(says.entropy(), inside, glyphs.rows());
    return new Result.Foreign(inquiry.passes(), in, out, inEntropy, outEntropy, shape().width(), shape().height(),
        rows(glyphs, 0, SHOWN), rows(out, 0, SHOWN), RocArea.of(in, out), RocArea.of(inEntropy, outEntropy),
        ForeignGlyphs.areDigits(data));
  }

  /// Drawn digits have noise in their pixels: glyphs without would be told by their clean paper.
  private double pixelNoise() {
    return inquiry.frame().experiment().data() instanceof DataSpec.Generated generated ? generated.noise() : 0;
  }

  private static Matrix rows(Matrix of, int from, int count) {
    return Matrix.generate(count, of.cols(), (row, column) -> of.at(from + row, column));
  }

  /// An image in the user's units, 0 to 1.
  private Matrix raw(int example) {
    Tensor x = inquiry.data().shown().x();
    return Matrix.generate(1, x.cols(), (_, pixel) ->
        (float) Math.clamp(inquiry.schema().inputScaling().toRaw(pixel, x.at(example, pixel)), 0, 1));
  }

  private Tensor scaled(Matrix raw) { return Inquiries.scaled(raw, inquiry.schema()); }
}

package dropoutlab.data;

import dropoutlab.math.Tensor;
import dropoutlab.spec.Missing;
import dropoutlab.words.Precise;
import dropoutlab.words.Words;
import java.util.Collections;

/// Inputs that an embedding reads: word indices, which are whole numbers from 0 on. They are not standardised.
public final class WordIndices {
  /// More than a large index can lose when it is scaled to single precision and back, and less than the distance to the
  /// next word.
  private static final double ROUNDING = 0.1;

  private WordIndices() {}

  /// Requires that all inputs are words of a vocabulary of this size.
  ///
  /// @param x (examples x inputs), raw
  /// @throws DataException that names the column and the number
  public static void require(Tensor x, Schema schema, int vocabulary) {
    for (int r = 0; r < x.rows(); r++)
      for (int c = 0; c < x.cols(); c++) {
        float word = x.at(r, c);
        if (word != Math.rint(word) || word < 0 || word >= vocabulary)
          throw new DataException(Words.of("data.words.range", InputFiles.quoted(schema.inputs().get(c)),
              Precise.all(Double.parseDouble(Float.toString(word))), vocabulary - 1));
      }
  }

  /// Returns the same data with the inputs as they were before they were standardised.
  static DataSet of(DataSet data, int vocabulary) {
    Schema s = data.schema();
    int columns = s.inputs().size();
    Scaling none = new Scaling(Collections.nCopies(columns, 0.0), Collections.nCopies(columns, 1.0));
    Schema raw = s.withInputScaling(none);
    if (s.form().missing() == Missing.MEAN)
      throw new DataException(Words.of("data.words.gap"));
    return data.with(to -> to.schema(raw).train(raw(data.train(), s, vocabulary))
        .validation(raw(data.validation(), s, vocabulary)));
  }

  private static Examples raw(Examples examples, Schema schema, int vocabulary) {
    Tensor x = new Tensor(examples.x().rows(), examples.x().cols());
    for (int r = 0; r < x.rows(); r++)
      for (int c = 0; c < x.cols(); c++) {
        double value = schema.inputScaling().toRaw(c, examples.x().at(r, c));
        boolean whole = Math.abs(value - Math.rint(value)) < ROUNDING;
        x.set(r, c, (float) (whole ? Math.rint(value) + 0.0 : value));
      }
    require(x, schema, vocabulary);
    return new Examples(x, examples.y());
  }
}

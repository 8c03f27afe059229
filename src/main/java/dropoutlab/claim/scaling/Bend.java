package dropoutlab.claim.scaling;

import dropoutlab.claim.SinglePrecision;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.layer.Activate;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Activation;
import dropoutlab.theory.DroppedSum;
import dropoutlab.words.Words;

/// What may stand behind a dropped sum, exactly and by the engine.
enum Bend {
  SQUARE, RELU, TANH, SIGMOID, LINE;

  /// How it is written, of z.
  String title() {
    return switch (this) {
      case SQUARE -> Words.of("claimscaling.jensen.square");
      case RELU -> Words.of("claimscaling.jensen.relu");
      case TANH -> Words.of("claimscaling.jensen.tanh");
      case SIGMOID -> Words.of("claimscaling.jensen.sigmoid");
      case LINE -> Words.of("claimscaling.jensen.line");
    };
  }

  /// How the gap behind it is written.
  String gap() {
    return switch (this) {
      case SQUARE -> Words.of("claimscaling.jensen.gap.square");
      case RELU -> Words.of("claimscaling.jensen.gap.relu");
      case TANH -> Words.of("claimscaling.jensen.gap.tanh");
      case SIGMOID -> Words.of("claimscaling.jensen.gap.sigmoid");
      case LINE -> Words.of("claimscaling.jensen.gap.line");
    };
  }

  double of(double z) {
    return switch (this) {
      case SQUARE -> z * z;
      case RELU -> Math.max(0, z);
      case TANH -> StrictMath.tanh(z);
      case SIGMOID -> DroppedSum.sigmoid(z);
      case LINE -> z;
    };
  }

  /// Bounds the engine's error at z.
  ///
  /// @param of the error of z itself
  double error(double z, double of) {
    return switch (this) {
      case SQUARE -> (2 * Math.abs(z) + of) * of;
      case RELU, LINE -> of;
      case TANH -> of + SinglePrecision.ofFunction(of(z));
      case SIGMOID -> of / 4 + SinglePrecision.ofFunction(of(z));
    };
  }

  /// Returns the engine's mean over the rows of `z`, (rows x 1). The engine has no layer that squares: z² is its
  /// squared error of z against 0.
  double engineMean(Tensor z) {
    return switch (this) {
      case SQUARE -> Loss.MEAN_SQUARED_ERROR.sum(z, new Tensor(z.rows(), 1)) / z.rows();
      case RELU -> mean(z, Activation.RELU);
      case TANH -> mean(z, Activation.TANH);
      case SIGMOID -> mean(z, Activation.SIGMOID);
      case LINE -> mean(z, Activation.IDENTITY);
    };
  }

  private static double mean(Tensor z, Activation activation) {
    Tensor bent = new Activate(activation, 1).forward(z, Mode.INFERENCE);
    double sum = 0;
    for (int i = 0; i < z.rows(); i++) sum += bent.data()[i];
    return sum / z.rows();
  }
}

package dropoutlab.nn;

import dropoutlab.math.Elementary;
import dropoutlab.math.Tensor;
import dropoutlab.spec.LossKind;
import dropoutlab.spec.Task;
import dropoutlab.words.Words;

/// Losses over a batch: the mean over the examples. The outputs are logits (for classes) or values (for regression).
/// `output` is (batch x outputs) and `target` is (batch x targets); both have the same width unless a loss says
/// otherwise, and neither is modified.
public enum Loss {
  /// The mean of (o - t)² over examples and outputs; gradient 2 (o - t) / (batch · outputs).
  MEAN_SQUARED_ERROR {
    @Override double example(Tensor output, Tensor target, int row) {
      double sum = 0;
      for (int c = 0; c < output.cols(); c++) {
        double difference = output.at(row, c) - target.at(row, c);
        sum += difference * difference;
      }
      return sum / output.cols();
    }

    @Override public void gradient(Tensor output, Tensor target, Tensor dOut) {
      float scale = 2f / output.size();
      float[] o = output.data(), t = target.data(), d = dOut.resize(output.rows()).data();
      for (int i = 0; i < output.size(); i++) d[i] = scale * (o[i] - t[i]);
    }

    @Override public void predict(Tensor output, Tensor prediction) {
      prediction.resize(output.rows()).copyFrom(output);
    }
  },

  /// -t log σ(o) - (1 - t) log(1 - σ(o)), for one logit o and t in [0, 1]; gradient (σ(o) - t) / batch.
  BINARY_CROSS_ENTROPY {
    @Override double example(Tensor output, Tensor target, int row) {
      float logit = output.at(row, 0);
      // log(1 + e^o) - t o, in a form that neither overflows nor cancels when a confident answer is right.
      return Math.max(logit, 0.0) - (double) target.at(row, 0) * logit + Elementary.softplus(-Math.abs(logit));
    }

    @Override public void gradient(Tensor output, Tensor target, Tensor dOut) {
      float[] o = output.data(), t = target.data(), d = dOut.resize(output.rows()).data();
      for (int i = 0; i < output.size(); i++) d[i] = (Elementary.sigmoid(o[i]) - t[i]) / output.rows();
    }

    @Override public void predict(Tensor output, Tensor prediction) {
      float[] o = output.data(), to = prediction.resize(output.rows()).data();
      for (int i = 0; i < output.size(); i++) to[i] = Elementary.sigmoid(o[i]);
    }
  },

  /// -Σ t_c log softmax(o)_c, where t is a distribution over the classes and sums to 1; gradient (softmax(o) - t) /
  /// batch.
  SOFTMAX_CROSS_ENTROPY {
    @Override double example(Tensor output, Tensor target, int row) {
      double max = maximum(output, row), sum = 0, dot = 0;
      for (int c = 0; c < output.cols(); c++) {
        sum += Elementary.exp((float) (output.at(row, c) - max));
        dot += target.at(row, c) * (output.at(row, c) - max);
      }
      // In double precision: for a confident answer the sum exceeds 1 by less than a float can represent.
      return Elementary.log(sum) - dot;
    }

    @Override public void gradient(Tensor output, Tensor target, Tensor dOut) {
      predict(output, dOut);
      float[] t = target.data(), d = dOut.data();
      for (int i = 0; i < output.size(); i++) d[i] = (d[i] - t[i]) / output.rows();
    }

    @Override public void predict(Tensor output, Tensor prediction) {
      int classes = output.cols();
      float[] to = prediction.resize(output.rows()).data();
      for (int r = 0; r < output.rows(); r++) {
        float max = maximum(output, r);
        for (int c = 0; c < classes; c++) to[r * classes + c] = output.at(r, c) - max;
      }
      Elementary.exp(prediction);
      for (int r = 0; r < output.rows(); r++) {
        float sum = 0;
        for (int c = 0; c < classes; c++) sum += to[r * classes + c];
        for (int c = 0; c < classes; c++) to[r * classes + c] /= sum;
      }
    }
  },

  /// s/2 + (t - μ)² / (2 eˢ) for one target t and two outputs: its mean μ and its log variance s (Nix and Weigend 1994;
  /// Kendall and Gal 2017, eq. 8). The gradients are (μ - t) / eˢ and (1 - (t - μ)² / eˢ) / 2, both over batch. As in
  /// PyTorch, the constant log(2π)/2 is left out and the variance is at least 1e-6; below that bound, the gradient by s
  /// is that at the bound and not 0.
  GAUSSIAN_NLL {
    @Override double example(Tensor output, Tensor target, int row) {
      double difference = target.at(row, 0) - output.at(row, 0), variance = variance(output.at(row, 1));
      return (StrictMath.log(variance) + difference * difference / variance) / 2;
    }

    @Override public void gradient(Tensor output, Tensor target, Tensor dOut) {
      float[] o = output.data(), t = target.data(), d = dOut.resize(output.rows()).data();
      for (int r = 0; r < output.rows(); r++) {
        float difference = o[2 * r] - t[r], variance = variance(o[2 * r + 1]);
        d[2 * r] = difference / variance / output.rows();
        d[2 * r + 1] = (1 - difference / variance * difference) / 2 / output.rows();
      }
    }

    @Override public void predict(Tensor output, Tensor prediction) {
      float[] o = output.data(), to = prediction.resize(output.rows()).data();
      for (int r = 0; r < output.rows(); r++) to[r] = o[2 * r];
    }

    @Override public int outputs(int targets) { return 2 * targets; }
  };

  private static final float LEAST_VARIANCE = 1e-6f;

  /// Returns the loss for a task with `targets` target columns. `AUTO` means squared error for numbers, binary
  /// cross-entropy for one column of classes and softmax cross-entropy for more. Throws an [IllegalArgumentException]
  /// for [#GAUSSIAN_NLL] on classes and on reconstructed inputs.
  public static Loss of(LossKind kind, Task task, int targets) {
    return switch (kind) {
      case AUTO -> of(task, targets);
      case GAUSSIAN_NLL -> {
        if (task == Task.CLASSIFICATION) throw new IllegalArgumentException(Words.of("nn.loss.classes"));
        if (task == Task.RECONSTRUCTION) throw new IllegalArgumentException(Words.of("autoencoder.no_variance"));
        yield GAUSSIAN_NLL;
      }
    };
  }

  private static Loss of(Task task, int targets) {
    if (task != Task.CLASSIFICATION) return MEAN_SQUARED_ERROR;
    return targets == 1 ? BINARY_CROSS_ENTROPY : SOFTMAX_CROSS_ENTROPY;
  }

  /// Returns the loss that a network with `outputs` outputs was trained with.
  public static Loss ofNetwork(Task task, int outputs) {
    return task == Task.REGRESSION && outputs == 2 ? GAUSSIAN_NLL : of(task, outputs);
  }

  /// Returns how many outputs a network needs for `targets` target columns.
  public int outputs(int targets) { return targets; }

  /// Returns the variance that belongs to the second output of [#GAUSSIAN_NLL].
  public static float variance(float logVariance) {
    return Math.max(Elementary.exp(logVariance), LEAST_VARIANCE);
  }

  /// Returns the loss of one example.
  abstract double example(Tensor output, Tensor target, int row);

  /// Overwrites `dOut` with the gradient of [#value] by `output`.
  public abstract void gradient(Tensor output, Tensor target, Tensor dOut);

  /// Overwrites `prediction`, (batch x targets), with the values or with the probabilities of the classes; one logit
  /// gives the probability of class 1.
  public abstract void predict(Tensor output, Tensor prediction);

  /// Returns the sum of the losses of all examples, added in their order.
  public double sum(Tensor output, Tensor target) {
    if (target.rows() != output.rows() || outputs(target.cols()) != output.cols())
      throw new IllegalArgumentException("The network gives " + output.shape() + ", the targets are " + target.shape());
    double sum = 0;
    for (int r = 0; r < output.rows(); r++) sum += example(output, target, r);
    return sum;
  }

  /// Returns the mean of the losses of all examples.
  public double value(Tensor output, Tensor target) {
    return sum(output, target) / output.rows();
  }

  private static float maximum(Tensor output, int row) {
    float max = output.at(row, 0);
    for (int c = 1; c < output.cols(); c++) max = Math.max(max, output.at(row, c));
    return max;
  }
}

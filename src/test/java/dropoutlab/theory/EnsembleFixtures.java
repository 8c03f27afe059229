package dropoutlab.theory;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Numbers of numpy for the exact sides of the ensemble's benches, written by `src/test/python/claims_ensemble.py`.
record EnsembleFixtures(List<Unit> units, List<Net> networks, List<Masks> masks, List<Average> errors) {
  record Unit(double p, double bias, double[] terms, double mean, double square, double geometric, double yes) {}

  record Summary(double mean, double square, double geometric, double yes) {}

  record Net(double p, double[][][] weights, double[][] biases, double[] x, double off, Summary last, Summary both) {
    Weights all() {
      List<Matrix> w = new ArrayList<>(), b = new ArrayList<>();
      for (double[][] each : weights) w.add(Matrix.generate(each.length, each[0].length, (r, c) -> each[r][c]));
      for (double[] each : biases) b.add(Matrix.row(each));
      return new Weights(w, b);
    }
  }

  record Masks(int units, double p, long draws, double mean, double variance) {}

  record Average(double p, double bias, double[] terms, int k, double square) {}

  static EnsembleFixtures read() {
    try (InputStream in = EnsembleFixtures.class.getResourceAsStream("/claims/ensemble.json")) {
      return new JsonMapper().readValue(in, EnsembleFixtures.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

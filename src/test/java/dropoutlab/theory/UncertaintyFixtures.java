package dropoutlab.theory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Numbers of numpy for the exact sides of the benches about uncertainty, written by
/// `src/test/python/claims_uncertainty.py`.
record UncertaintyFixtures(List<Fit> biasVariance, List<Spikes> spikes, List<Information> information, List<Sum> sums,
                           List<Moon> moons) {
  record Fit(double[][] x, double[] beta, double noise, double[] at, double p, double[] y, double bias, double variance,
             double prediction) {}

  record Spikes(double p, int n, double seen, double noise, double prior, double width, double mean, double posterior,
      double variance,
                double fourth, double divergence) {}

  record Information(double p, double bias, double[] terms, double mean, double variance, double information,
      int[] passes,
                     double[] expected) {}

  record Sum(double p, double[] terms, double variance, double fourth) {}

  record Moon(double noise, double x, double y, double second) {}

  static UncertaintyFixtures read() {
    try (InputStream in = UncertaintyFixtures.class.getResourceAsStream("/claims/uncertainty.json")) {
      return new JsonMapper().readValue(in, UncertaintyFixtures.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

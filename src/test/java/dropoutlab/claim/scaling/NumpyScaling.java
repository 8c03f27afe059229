package dropoutlab.claim.scaling;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// What NumPy computed: `src/test/python/claims_scaling.py`.
public record NumpyScaling(List<Microscope> microscope, List<Network> network) {
  public record Microscope(int seed, double p, int kept, double[] y, double[] back, double[] sums, double[] off,
      double mean,
                           double unscaled, double toggled) {}

  public record Network(double p, double[] numbers, double[][] masks, double[] gradient, double[] toggled) {}

  public static NumpyScaling read() throws IOException {
    try (InputStream in = NumpyScaling.class.getResourceAsStream("/claims/scaling.json")) {
      return new JsonMapper().readValue(in, NumpyScaling.class);
    }
  }
}

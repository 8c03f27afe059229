package dropoutlab.theory;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.spec.Activation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// The numbers of numpy for the benches about features, as `src/test/python/claims_taken.py`, `claims_information.py`
/// and `claims_nested.py` wrote them.
public final class FeatureFixtures {
  private FeatureFixtures() {}

  public record Taken(List<Net> networks) {}

  public record Net(int[] sizes, List<Activation> activations, List<float[][]> weights, List<float[][]> biases,
      float[][] x,
                    int[] labels, double[][] hidden, int[] wrong, double likeness) {
    public Weights asWeights() { return new Weights(tables(weights), tables(biases)); }

    private static List<Matrix> tables(List<float[][]> of) { return of.stream().map(FeatureFixtures::table).toList(); }

    @Override public String toString() { return Arrays.toString(sizes) + " " + activations; }
  }

  public record Information(List<Passing> cases, List<PlugIn> plugIn) {}

  public record Passing(UnitCode code, int n, double p, double bits, double sd) {}

  public record PlugIn(UnitCode code, int n, double p, int samples, double mean) {}

  public record Nested(List<Components> cases) {}

  public record Components(double[][] x, double[][] components, double[] left) {}

  public static Matrix table(float[][] rows) {
    return Matrix.generate(rows.length, rows[0].length, (r, c) -> rows[r][c]);
  }

  public static <T> T read(String topic, Class<T> type) {
    try (InputStream in = FeatureFixtures.class.getResourceAsStream("/claims/" + topic + ".json")) {
      return new JsonMapper().readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dropoutlab.nn;

import dropoutlab.math.Updates;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.nn.state.State;
import dropoutlab.spec.OptimiserSpec;
import java.util.List;

/// Moves the parameters against their gradients; g is a gradient, η the learning rate and t the number of the update:
///
/// | rule | state | update |
/// |---|---|---|
/// | SGD | | w ← w - η g |
/// | momentum | v ← μ v + g | w ← w - η v |
/// | Nesterov | v ← μ v + g | w ← w - η (g + μ v) |
/// | RMSProp | s ← α s + (1-α) g² | w ← w - η g / (√s + ε) |
/// | Adam | m ← β₁ m + (1-β₁) g, s ← β₂ s + (1-β₂) g² | w ← w - η m̂ / (√ŝ + ε), m̂ = m / (1-β₁ᵗ), ŝ = s / (1-β₂ᵗ) |
/// | AdamW | as Adam | first w ← (1 - η λ) w for weights, then as Adam |
///
/// Sources: Sutskever et al. 2013; Tieleman and Hinton 2012; Kingma and Ba 2015; Loshchilov and Hutter 2019. The
/// formulas are those of PyTorch.
public final class Optimiser {
  private final OptimiserSpec spec;
  private final List<Parameter> parameters;
  private final float[][] first;
  private final float[][] second;
  private double beta1Power = 1;
  private double beta2Power = 1;
  private Updates.Adam adam;

  public Optimiser(OptimiserSpec spec, List<Parameter> parameters) {
    this.spec = spec;
    this.parameters = List.copyOf(parameters);
    first = states(spec) > 0 ? zeros(parameters) : null;
    second = states(spec) > 1 ? zeros(parameters) : null;
  }

  /// Returns how many numbers a rule remembers per trained number.
  public static int states(OptimiserSpec spec) {
    return switch (spec) {
      case OptimiserSpec.Sgd _ -> 0;
      case OptimiserSpec.Momentum _, OptimiserSpec.Nesterov _, OptimiserSpec.RmsProp _ -> 1;
      case OptimiserSpec.Adam _, OptimiserSpec.AdamW _ -> 2;
    };
  }

  private static float[][] zeros(List<Parameter> parameters) {
    return parameters.stream().map(parameter -> new float[parameter.value().size()]).toArray(float[][]::new);
  }

  /// Updates all parameters once by their present gradients.
  public void update() { update(1, 1); }

  /// Updates all parameters with the learning rate, and the momentum if there is one, multiplied by a factor for this
  /// update. The velocity of the momentum does not contain η, so that a changed rate acts at once.
  public void update(double rateFactor, double momentumFactor) {
    switch (spec) {
      case OptimiserSpec.Adam(double rate, double beta1, double beta2, double epsilon) ->
          advance(rate * rateFactor, beta1, beta2, epsilon);
      case OptimiserSpec.AdamW(double rate, double beta1, double beta2, double epsilon, _) ->
          advance(rate * rateFactor, beta1, beta2, epsilon);
      case OptimiserSpec.Sgd _, OptimiserSpec.Momentum _, OptimiserSpec.Nesterov _, OptimiserSpec.RmsProp _ -> {}
    }
    for (int i = 0; i < parameters.size(); i++) update(i, rateFactor, momentumFactor);
  }

  /// Names what the rule remembers between two updates.
  public void keep(State state) {
    keep(state.within("first"), first);
    keep(state.within("second"), second);
    beta1Power = state.number("beta1Power", beta1Power, 0, 1);
    beta2Power = state.number("beta2Power", beta2Power, 0, 1);
  }

  private static void keep(State state, float[][] memory) {
    for (int i = 0; memory != null && i < memory.length; i++)
      state.floats(String.valueOf(i), 1, memory[i].length, memory[i]);
  }

  /// Returns whether all that the rule remembers is finite.
  public boolean allFinite() { return finite(first) && finite(second); }

  private static boolean finite(float[][] memory) {
    for (int i = 0; memory != null && i < memory.length; i++)
      for (float each : memory[i]) if (!Float.isFinite(each)) return false;
    return true;
  }

  private void advance(double rate, double beta1, double beta2, double epsilon) {
    beta1Power *= beta1;
    beta2Power *= beta2;
    // 1 - β is computed in double precision: 1 - 0.999f would be 5e-5 too large, and the bias corrections would not
    // cancel the error.
    adam = new Updates.Adam((float) beta1, (float) (1 - beta1), (float) beta2, (float) (1 - beta2),
        (float) (rate / (1 - beta1Power)), (float) (1 / Math.sqrt(1 - beta2Power)), (float) epsilon);
  }

  private void update(int index, double rateFactor, double momentumFactor) {
    Parameter parameter = parameters.get(index);
    int n = parameter.value().size();
    float[] w = parameter.value().data(), g = parameter.gradient().data();
    double rate = spec.learningRate() * rateFactor;
    switch (spec) {
      case OptimiserSpec.Sgd _ -> sgd(w, g, n, (float) rate);
      case OptimiserSpec.Momentum(_, double mu) ->
          Updates.momentum(w, g, first[index], n, (float) rate, (float) (mu * momentumFactor));
      case OptimiserSpec.Nesterov(_, double mu) ->
          nesterov(w, g, first[index], n, (float) rate, (float) (mu * momentumFactor));
      case OptimiserSpec.RmsProp(_, double alpha, double epsilon) ->
          rmsProp(w, g, first[index], n, (float) rate, alpha, (float) epsilon);
      case OptimiserSpec.Adam _ -> Updates.adam(w, g, first[index], second[index], n, adam);
      case OptimiserSpec.AdamW(_, _, _, _, double decay) -> {
        if (parameter.weight()) scale(w, n, (float) (1 - rate * decay));
        Updates.adam(w, g, first[index], second[index], n, adam);
      }
    }
  }

  private static void sgd(float[] w, float[] g, int n, float rate) {
    for (int i = 0; i < n; i++) w[i] -= rate * g[i];
  }

  private static void nesterov(float[] w, float[] g, float[] v, int n, float rate, float mu) {
    for (int i = 0; i < n; i++) {
      v[i] = mu * v[i] + g[i];
      w[i] -= rate * (g[i] + mu * v[i]);
    }
  }

  private static void rmsProp(float[] w, float[] g, float[] s, int n, float rate, double alpha, float epsilon) {
    float a = (float) alpha, rest = (float) (1 - alpha);
    for (int i = 0; i < n; i++) {
      s[i] = a * s[i] + rest * g[i] * g[i];
      w[i] -= rate * g[i] / ((float) Math.sqrt(s[i]) + epsilon);
    }
  }

  private static void scale(float[] w, int n, float factor) {
    for (int i = 0; i < n; i++) w[i] *= factor;
  }
}

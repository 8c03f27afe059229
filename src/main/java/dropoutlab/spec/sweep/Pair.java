package dropoutlab.spec.sweep;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dropoutlab.spec.Check;

/// With what each run is compared, seed by seed.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Pair.Twin.class, name = "twin"),
  @JsonSubTypes.Type(value = Pair.None.class, name = "none"),
  @JsonSubTypes.Type(value = Pair.Of.class, name = "point"),
})
public sealed interface Pair {
  /// The same experiment with all drop rates 0.
  record Twin() implements Pair {}

  record None() implements Pair {}

  /// The point of the first axis with this label, on the same second axis.
  record Of(String label) implements Pair {
    public Of { Check.present("label", label); }
  }
}

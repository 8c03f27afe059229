package dropoutlab.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/// What the user changed while training: it takes effect before training step `step` (the first is 0). Written into the
/// experiment, so that a run with a live slider can be repeated bit by bit.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Intervention.SetDropRates.class, name = "drop-rates"),
  @JsonSubTypes.Type(value = Intervention.SetPin.class, name = "pin"),
})
public sealed interface Intervention {
  long step();

  /// New drop rates: the input's first, then each hidden layer's.
  @RecordBuilder
  record SetDropRates(long step, List<Double> p) implements Intervention, InterventionSetDropRatesBuilder.With {
    public SetDropRates {
      Check.notNegative("step", step);
      Check.entries("p", p);
      p.forEach(rate -> Check.dropRate("p", rate));
      p = List.copyOf(p);
    }
  }

  /// Pins `unit` of `layer` (0 is the input, 1 the first hidden layer).
  @RecordBuilder
  record SetPin(long step, int layer, int unit, Pin pin) implements Intervention, InterventionSetPinBuilder.With {
    public SetPin {
      Check.notNegative("step", step);
      Check.notNegative("layer", layer);
      Check.notNegative("unit", unit);
      Check.present("pin", pin);
    }
  }
}

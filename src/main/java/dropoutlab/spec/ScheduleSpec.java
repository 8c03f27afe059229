package dropoutlab.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dropoutlab.words.Precise;
import dropoutlab.words.Words;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/// How a learning rate, a drop rate or a momentum changes while training: by factors from 0 to 1 on the value that is
/// set, so that a slider still moves the setting itself. Time t counts epochs and fractions of them; `epochs` is the
/// time at which the last factor is reached, and 0 means the end of the planned training. The formulas are in
/// [dropoutlab.train.Schedule].
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ScheduleSpec.Constant.class, name = "constant"),
  @JsonSubTypes.Type(value = ScheduleSpec.Step.class, name = "step"),
  @JsonSubTypes.Type(value = ScheduleSpec.Exponential.class, name = "exponential"),
  @JsonSubTypes.Type(value = ScheduleSpec.Cosine.class, name = "cosine"),
  @JsonSubTypes.Type(value = ScheduleSpec.Linear.class, name = "linear"),
  @JsonSubTypes.Type(value = ScheduleSpec.WarmUp.class, name = "warm-up"),
})
public sealed interface ScheduleSpec {
  /// Returns each schedule with its default values.
  static List<ScheduleSpec> standard() {
    return List.of(new Constant(), new Step(50, 0.5), new Exponential(0.99), new Cosine(0, 0), new Linear(0, 1, 0),
        new WarmUp(0.1, 5, 0, 0));
  }

  /// Changes nothing.
  record Constant() implements ScheduleSpec {}

  /// Multiplies by `factor` after every `every` epochs.
  @RecordBuilder
  record Step(int every, double factor) implements ScheduleSpec, ScheduleSpecStepBuilder.With {
    public Step {
      Check.range("every", every, 1, 1_000_000);
      share("factor", factor);
    }
  }

  /// Multiplies by `factor` per epoch, continuously.
  record Exponential(double factor) implements ScheduleSpec {
    public Exponential { share("factor", factor); }
  }

  /// Falls from 1 to `to` along half a cosine (Loshchilov and Hutter 2017, without restarts).
  @RecordBuilder
  record Cosine(double to, int epochs) implements ScheduleSpec, ScheduleSpecCosineBuilder.With {
    public Cosine {
      share("to", to);
      Check.range("epochs", epochs, 0, 1_000_000);
    }
  }

  /// Changes from `from` to `to` along a line; for p, this is what DropBlock recommends (Ghiasi et al. 2018, section
  /// 3.1).
  @RecordBuilder
  record Linear(double from, double to, int epochs) implements ScheduleSpec, ScheduleSpecLinearBuilder.With {
    public Linear {
      share("from", from);
      share("to", to);
      Check.range("epochs", epochs, 0, 1_000_000);
    }
  }

  /// Rises from `from` to 1 in the first `warmUp` epochs, then falls to `to`, both along lines (Goyal et al. 2017).
  @RecordBuilder
  record WarmUp(double from, double warmUp, double to, int epochs)
      implements ScheduleSpec, ScheduleSpecWarmUpBuilder.With {
    public WarmUp {
      share("from", from);
      Check.positive("warmUp", warmUp);
      share("to", to);
      Check.range("epochs", epochs, 0, 1_000_000);
      if (epochs > 0 && warmUp > epochs)
        throw new IllegalArgumentException(Words.of("spec.schedule.warm_up", epochs, Precise.all(warmUp)));
    }
  }

  /// Returns the same schedule with its end fixed at `planned` epochs if it had none of its own, so that the end no
  /// longer moves when a run is shorter than planned.
  default ScheduleSpec endingAt(int planned) {
    return switch (this) {
      case Cosine c when c.epochs() == 0 -> c.withEpochs(planned);
      case Linear l when l.epochs() == 0 -> l.withEpochs(planned);
      case WarmUp w when w.epochs() == 0 -> w.with(to -> to.warmUp(Math.min(w.warmUp(), planned)).epochs(planned));
      case Constant _, Step _, Exponential _, Cosine _, Linear _, WarmUp _ -> this;
    };
  }

  private static void share(String name, double value) { Check.range(name, value, 0, 1); }
}

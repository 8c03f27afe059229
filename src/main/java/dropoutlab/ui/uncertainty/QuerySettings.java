package dropoutlab.ui.uncertainty;

import dropoutlab.data.DataSet;
import dropoutlab.figure.catalogue.Asked;
import dropoutlab.frame.Ensemble;
import dropoutlab.frame.NoiseSource;
import dropoutlab.frame.Sampling;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;

/// What all views of the workspace share: how passes are taken, where the noise comes from, and with what the network
/// is compared.
final class QuerySettings {
  private final ObjectProperty<Sampling> sampling = new SimpleObjectProperty<>(this, "sampling", Sampling.standard());
  private final ObjectProperty<NoiseSource> noise =
      new SimpleObjectProperty<>(this, "noise", new NoiseSource.Fitted());
  private final ObjectProperty<Optional<Ensemble>> ensemble =
      new SimpleObjectProperty<>(this, "ensemble", Optional.empty());
  private final BooleanProperty bayes = new SimpleBooleanProperty(this, "bayes");

  ObjectProperty<Sampling> sampling() { return sampling; }

  ObjectProperty<NoiseSource> noise() { return noise; }

  /// The ensemble to compare with; empty: none.
  ObjectProperty<Optional<Ensemble>> ensemble() { return ensemble; }

  /// Whether exact Bayesian regression is compared with, where the network is linear.
  BooleanProperty bayes() { return bayes; }

  void setPasses(int passes) { sampling.set(sampling.get().withPasses(passes)); }

  void setHeld(boolean held) { sampling.set(sampling.get().withHeld(held)); }

  /// The drop rate at prediction time; empty: as trained.
  void setRate(OptionalDouble p) { sampling.set(sampling.get().withP(p)); }

  /// A query of these data with all that is set here, at no place yet.
  Asked asked(DataSet data, int cells, int example) {
    return new Asked(data, sampling.get(), noise.get(), cells, Optional.empty(), example, ensemble.get(), bayes.get());
  }

  Subscription onChange(Runnable told) {
    return Subscription.combine(sampling.subscribe((_, _) -> told.run()), noise.subscribe((_, _) -> told.run()),
        ensemble.subscribe((_, _) -> told.run()), bayes.subscribe((_, _) -> told.run()));
  }
}

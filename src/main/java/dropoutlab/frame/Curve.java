package dropoutlab.frame;

import dropoutlab.spec.Beside;
import java.util.List;

/// A column of the history, with one value per epoch: a metric of one of the networks that learn side by side, which is
/// given by its name.
public record Curve(String network, Metric metric) {
  public static final Curve TRAIN_MASKED = own(Metric.TRAIN_MASKED), TRAIN = own(Metric.TRAIN),
      VALIDATION = own(Metric.VALIDATION), TRAIN_ERROR = own(Metric.TRAIN_ERROR),
      VALIDATION_ERROR = own(Metric.VALIDATION_ERROR);
  public static final Curve TWIN_TRAIN = twin(Metric.TRAIN), TWIN_VALIDATION = twin(Metric.VALIDATION),
      TWIN_TRAIN_ERROR = twin(Metric.TRAIN_ERROR), TWIN_VALIDATION_ERROR = twin(Metric.VALIDATION_ERROR);

  /// Returns the curve of a metric of the experiment's own network.
  public static Curve own(Metric metric) { return new Curve(Beside.OWN, metric); }

  /// Returns the curve of a metric of the p = 0 twin, whose masks are never on.
  public static Curve twin(Metric metric) { return new Curve(Beside.TWIN, metric); }

  /// Returns the columns of every history: all curves of the own network and of the twin.
  public static List<Curve> ofOwnAndTwin() {
    return List.of(TRAIN_MASKED, TRAIN, VALIDATION, TRAIN_ERROR, VALIDATION_ERROR, TWIN_TRAIN, TWIN_VALIDATION,
        TWIN_TRAIN_ERROR, TWIN_VALIDATION_ERROR);
  }

  public boolean ofTwin() { return network.equals(Beside.TWIN); }

  public boolean ofOwn() { return network.equals(Beside.OWN); }

  /// Returns whether the curve is measured on validation data, which may be missing.
  public boolean ofValidation() { return metric.ofValidation(); }

  /// Returns the name of the column in history.csv.
  public String column() {
    if (ofOwn()) return metric.column();
    if (ofTwin()) return Beside.TWIN + "_" + metric.column().replace("_masks_off", "");
    return Beside.key(network) + "_" + metric.column();
  }
}

package dropoutlab.frame;

/// A measurement of a network after each epoch. "Error" is the share of wrong classes, or for regression the root mean
/// squared error in the target's units. Losses never contain the penalties of regularisers.
///
/// - `TRAIN_MASKED`: the mean of the batch losses from which the epoch learnt, masks on
/// - `TRAIN`, `VALIDATION`: the loss at the end of the epoch, masks off
public enum Metric {
  TRAIN_MASKED("train_masks_on"),
  TRAIN("train_masks_off"),
  VALIDATION("validation"),
  TRAIN_ERROR("train_error"),
  VALIDATION_ERROR("validation_error");

  private final String column;

  Metric(String column) { this.column = column; }

  /// Returns the name of the metric in the columns of history.csv.
  public String column() { return column; }

  /// Returns whether the metric is measured on validation data, which may be missing.
  public boolean ofValidation() { return this == VALIDATION || this == VALIDATION_ERROR; }
}

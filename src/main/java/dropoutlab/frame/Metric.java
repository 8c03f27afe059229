package dropoutlab.frame;

/// What is measured of a network after each epoch. "Error" is the share of wrong classes, or for regression the root mean
/// squared error in the target's units. Losses never contain the penalties of regularisers.
///
/// - `TRAIN_MASKED`: the mean of the batch losses that the epoch learnt from, masks on
/// - `TRAIN`, `VALIDATION`: at the epoch's end, masks off
public enum Metric {
  TRAIN_MASKED("train_masks_on"),
  TRAIN("train_masks_off"),
  VALIDATION("validation"),
  TRAIN_ERROR("train_error"),
  VALIDATION_ERROR("validation_error");

  private final String column;

  Metric(String column) { this.column = column; }

  /// Its name in the columns of history.csv.
  public String column() { return column; }

  /// Whether it is measured on validation data, which there need not be.
  public boolean ofValidation() { return this == VALIDATION || this == VALIDATION_ERROR; }
}

package dropoutlab.frame;

/// The columns of the history, one value an epoch. "Error" is the share of wrong classes, or for regression the root
/// mean squared error in the target's units. Losses never contain the penalties of regularisers.
///
/// - `TRAIN_MASKED`: the mean of the batch losses that the epoch learnt from, masks on
/// - `TRAIN`, `VALIDATION`: at the epoch's end, masks off
/// - `TWIN_...`: the p = 0 twin's
public enum Curve {
  TRAIN_MASKED("train_masks_on"),
  TRAIN("train_masks_off"),
  VALIDATION("validation"),
  TRAIN_ERROR("train_error"),
  VALIDATION_ERROR("validation_error"),
  TWIN_TRAIN("twin_train"),
  TWIN_VALIDATION("twin_validation"),
  TWIN_TRAIN_ERROR("twin_train_error"),
  TWIN_VALIDATION_ERROR("twin_validation_error");

  private final String column;

  Curve(String column) { this.column = column; }

  /// The name of the column in history.csv.
  public String column() { return column; }

  /// Whether it is measured on validation data, which there need not be.
  public boolean ofValidation() { return column.contains("validation"); }

  public boolean ofTwin() { return column.startsWith("twin"); }
}

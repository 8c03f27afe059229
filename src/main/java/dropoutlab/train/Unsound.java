package dropoutlab.train;

import dropoutlab.frame.Metric;

/// The values that can stop being finite while a network trains.
enum Unsound {
  BATCH_LOSS("the loss"), LOSS("the loss"), VALIDATION_LOSS("the validation loss"), ERROR("the error"),
  VALIDATION_ERROR("the validation error"), WEIGHT("a weight or statistic"), LEARNT_RATE("a drop rate that is learnt");

  private final String named;

  Unsound(String named) { this.named = named; }

  static Unsound of(Metric metric) {
    return switch (metric) {
      case TRAIN_MASKED, TRAIN -> LOSS;
      case VALIDATION -> VALIDATION_LOSS;
      case TRAIN_ERROR -> ERROR;
      case VALIDATION_ERROR -> VALIDATION_ERROR;
    };
  }

  /// Names the value and its network, for example "the loss of the twin".
  String of(Learner learner) {
    if (this == LEARNT_RATE) return named;
    return named + " of " + (learner.isBeside() ? "\"" + learner.asked().name() + "\"" : "the " + learner.asked().name());
  }
}

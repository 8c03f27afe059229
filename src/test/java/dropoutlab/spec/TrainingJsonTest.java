package dropoutlab.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Oracles: experiments and sentences written by hand.
class TrainingJsonTest {
  private static TrainingSpec training(String json) {
    return ExperimentJson.read("{\"training\": " + json.replace('\'', '"') + "}", "x").training();
  }

  @Test void everythingIsOffByDefault() {
    assertThat(training("{}")).isEqualTo(new TrainingSpec(200, 16, true));
    assertThat(training("{'earlyStopping': {}, 'augmentation': {'noise': 0}}"))
        .isEqualTo(new TrainingSpec(200, 16, true));
    assertThat(ExperimentJson.read("{}", "x").regulariser().labelSmoothing()).isZero();
  }

  @Test void eachScheduleHasItsOwnDefaults() {
    assertThat(training("{'learningRateSchedule': {'type': 'step'}, 'dropSchedule': {'type': 'linear'},"
        + " 'momentumSchedule': {'type': 'warm-up'}}")).isEqualTo(new TrainingSpec(200, 16, true)
        .withSchedules(new ScheduleSpec.Step(50, 0.5), new ScheduleSpec.Linear(0, 1, 0),
            new ScheduleSpec.WarmUp(0.1, 5, 0, 0)));
    assertThat(training("{'learningRateSchedule': {'type': 'cosine'}, 'dropSchedule': {'type': 'exponential'}}"))
        .isEqualTo(new TrainingSpec(200, 16, true).withSchedules(new ScheduleSpec.Cosine(0, 0),
            new ScheduleSpec.Exponential(0.99), new ScheduleSpec.Constant()));
  }

  @Test void writingAndReadingGivesAnEqualExperiment() {
    List<ScheduleSpec> schedules = List.of(new ScheduleSpec.Constant(), new ScheduleSpec.Step(3, 0.1),
        new ScheduleSpec.Exponential(1.0 / 3), new ScheduleSpec.Cosine(0.01, 40), new ScheduleSpec.Linear(0.2, 1, 0),
        new ScheduleSpec.WarmUp(0, 2.5, 0.1, 30));
    for (ScheduleSpec each : schedules) {
      TrainingSpec whole = new TrainingSpec(30, 8, false, LossKind.GAUSSIAN_NLL, each, new ScheduleSpec.Constant(),
          each, new EarlyStoppingSpec(12), new AugmentationSpec(0.1, 2, 4, 0.5, 0.2));
      Experiment e = ExperimentJson.read("{}", "x").withTraining(whole)
          .withRegulariser(new RegulariserSpec(0, 0, 3, 0.1));
      assertThat(ExperimentJson.read(ExperimentJson.write(e), "y")).isEqualTo(e);
      assertThat(ExperimentJson.write(e)).contains("\"loss\": \"gaussian-nll\"");
    }
  }

  @Test void settingsReachTheParts() {
    Experiment e = ExperimentJson.with(ExperimentJson.read("{}", "x"), List.of("training.earlyStopping.patience=20",
        "training.learningRateSchedule.type=cosine", "training.learningRateSchedule.to=0.1",
        "training.dropSchedule={\"type\": \"linear\", \"epochs\": 50}", "training.augmentation.mixup=0.2",
        "training.loss=gaussian-nll", "regulariser.labelSmoothing=0.1"));
    assertThat(e.training()).isEqualTo(new TrainingSpec(200, 16, true, LossKind.GAUSSIAN_NLL,
        new ScheduleSpec.Cosine(0.1, 0), new ScheduleSpec.Linear(0, 1, 50), new ScheduleSpec.Constant(),
        new EarlyStoppingSpec(20), new AugmentationSpec(0, 0, 0, 0, 0.2)));
    assertThat(e.regulariser().labelSmoothing()).isEqualTo(0.1);
    Experiment retyped = ExperimentJson.with(e, List.of("training.learningRateSchedule.type=step"));
    assertThat(retyped.training().learningRateSchedule()).isEqualTo(new ScheduleSpec.Step(50, 0.5));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "{'training':{'loss':'nll'}} | training.loss: unknown value \"nll\". Known: auto, gaussian-nll.",
      "{'training':{'learningRateSchedule':{'type':'cosin'}}} | "
          + "training.learningRateSchedule.type: unknown value \"cosin\"; "
          + "did you mean \"cosine\"? Known: constant, step, exponential, cosine, linear, warm-up.",
      "{'training':{'learningRateSchedule':{'factor':0.5}}} | "
          + "training.learningRateSchedule.type: must be one of constant, "
          + "step, exponential, cosine, linear, warm-up.",
      "{'training':{'learningRateSchedule':'cosine'}} | "
          + "training.learningRateSchedule: must be an object { ... } with a "
          + "\"type\", but is the text \"cosine\".",
      "{'training':{'dropSchedule':{'type':'linear','too':1}}} | training.dropSchedule.too: unknown key; did you mean "
          + "\"to\"? Known: type, from, to, epochs.",
      "{'training':{'dropSchedule':{'type':'linear','to':1.5}}} | "
          + "training.dropSchedule.to: must be from 0 to 1, but is 1.5.",
      "{'training':{'momentumSchedule':{'type':'step','every':0}}} | "
          + "training.momentumSchedule.every: must be from 1 to "
          + "1000000, but is 0.",
      "{'training':{'momentumSchedule':{'type':'step','every':2.5}}} | "
          + "training.momentumSchedule.every: must be a whole "
          + "number of at most 2147483647, but is 2.5.",
      "{'training':{'learningRateSchedule':{'type':'warm-up','warmUp':9,'epochs':5}}} | "
          + "training.learningRateSchedule.warmUp: "
          + "must be at most epochs (5), but is 9.",
      "{'training':{'learningRateSchedule':{'type':'warm-up','warmUp':0}}} | "
          + "training.learningRateSchedule.warmUp: must be "
          + "greater than 0, but is 0.",
      "{'training':{'dropSchedule':null}} | training.dropSchedule: is missing.",
      "{'training':{'earlyStopping':{'patience':-1}}} | "
          + "training.earlyStopping.patience: must be from 0 to 1000000, but is −1.",
      "{'training':{'earlyStopping':5}} | training.earlyStopping: must be an object { ... }, but is 5.",
      "{'training':{'augmentation':{'erase':2}}} | training.augmentation.erase: must be from 0 to 1, but is 2.",
      "{'training':{'augmentation':{'mixup':-0.1}}} | training.augmentation.mixup: must be 0 or more, but is −0.1.",
      "{'training':{'augmentation':{'mixUp':1}}} | "
          + "training.augmentation.mixUp: unknown key; did you mean \"mixup\"? Known: "
          + "noise, shift, cutout, erase, mixup.",
      "{'regulariser':{'labelSmoothing':1.1}} | regulariser.labelSmoothing: must be from 0 to 1, but is 1.1.",
  })
  void mistakesAreNamedWithTheirPath(String json, String sentence) {
    assertThatThrownBy(() -> ExperimentJson.read(json.replace('\'', '"'), "a.json"))
        .isInstanceOf(ExperimentException.class).hasMessage("a.json: " + sentence);
  }

  /// The file of a shortened run must name the end to which its schedules were heading.
  @Test void aShortenedTrainingKeepsTheEndOfItsSchedules() {
    TrainingSpec planned = new TrainingSpec(200, 16, true).withSchedules(new ScheduleSpec.Cosine(0, 0),
        new ScheduleSpec.Linear(0, 1, 30), new ScheduleSpec.WarmUp(0, 5, 0, 0));
    assertThat(planned.doneAfter(200)).isEqualTo(planned);
    assertThat(planned.doneAfter(40)).isEqualTo(new TrainingSpec(40, 16, true).withSchedules(
        new ScheduleSpec.Cosine(0, 200), new ScheduleSpec.Linear(0, 1, 30), new ScheduleSpec.WarmUp(0, 5, 0, 200)));
  }
}

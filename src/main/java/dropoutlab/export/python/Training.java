package dropoutlab.export.python;

import dropoutlab.data.Schema;
import dropoutlab.nn.Loss;
import dropoutlab.spec.AugmentationSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.RegulariserSpec;
import dropoutlab.spec.ScheduleSpec;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The parts of a script that say how to train, by the places of the template that they fill.
final class Training {
  private final Experiment experiment;
  private final Schema schema;
  private final Map<String, String> parts = new LinkedHashMap<>();

  private Training(Experiment experiment, Schema schema) {
    this.experiment = experiment;
    this.schema = schema;
  }

  /// @param classes receives the names of the functions that the parts need
  static Map<String, String> parts(Experiment experiment, Schema schema, Set<String> classes) {
    Training training = new Training(experiment, schema);
    training.parts.put("epochs", String.valueOf(experiment.training().epochs()));
    training.parts.put("batch", String.valueOf(experiment.training().batch()));
    training.parts.put("loss", training.loss());
    training.penalty();
    training.parts.put("optimiser", optimiser(experiment.optimiser()));
    training.schedules();
    training.augmentation(classes);
    training.earlyStopping();
    return training.parts;
  }

  private String loss() {
    Loss loss = Loss.of(experiment.training().loss(), schema.task(), schema.outputs());
    return switch (loss) {
      case MEAN_SQUARED_ERROR -> "    return ((output - target) ** 2).mean(1)";
      case BINARY_CROSS_ENTROPY ->
          "    return functional.binary_cross_entropy_with_logits(output, target, reduction=\"none\").mean(1)";
      case SOFTMAX_CROSS_ENTROPY -> "    return -(target * functional.log_softmax(output, 1)).sum(1)";
      case GAUSSIAN_NLL -> """
              mean, variance = output[:, :1], torch.exp(output[:, 1:])
              return functional.gaussian_nll_loss(mean, target, variance, eps=1e-6, reduction="none").squeeze(1)""".indent(4).stripTrailing();
    };
  }

  private void penalty() {
    RegulariserSpec spec = experiment.regulariser();
    List<String> lines = new ArrayList<>();
    lines.add("    total = sum(module.penalty() for module in network.modules() if hasattr(module, \"penalty\"))");
    boolean penalised = spec.l1() > 0 || spec.l2() > 0;
    if (penalised) lines.add("    weights = [each for name, each in network.named_parameters() if is_weight(network, name)]");
    if (spec.l1() > 0) lines.add("    total = total + " + spec.l1() + " * sum(each.abs().sum() for each in weights)");
    if (spec.l2() > 0) lines.add("    total = total + " + spec.l2() + " / 2 * sum((each ** 2).sum() for each in weights)");
    lines.add("    return total");
    parts.put("penalty", String.join("\n", lines));
    parts.put("penalty_said", Words.of(penalised ? "python.penalty" : "python.penalty.none"));
    boolean projects = spec.maxNorm() > 0;
    parts.put("project_said", Words.of(projects ? "python.project" : "python.nothing"));
    parts.put("project", !projects ? "    pass" : """
        with torch.no_grad():
            for name, each in network.named_parameters():
                if is_weight(network, name):
                    norms = each.flatten(1).norm(dim=1)
                    each.mul_((%s / norms).clamp(max=1).view(-1, *(1 for _ in each.shape[1:])))""".indent(4).stripTrailing()
        .formatted(spec.maxNorm()));
  }

  private static String optimiser(OptimiserSpec spec) {
    double rate = spec.learningRate();
    return switch (spec) {
      case OptimiserSpec.Sgd _ -> "torch.optim.SGD(" + groups(rate, "") + ", lr=" + rate + ")";
      case OptimiserSpec.Momentum(_, double momentum) -> momentum(rate, momentum, "");
      case OptimiserSpec.Nesterov(_, double momentum) -> momentum(rate, momentum, ", nesterov=True");
      case OptimiserSpec.RmsProp(_, double smoothing, double epsilon) ->
          "torch.optim.RMSprop(" + groups(rate, "") + ", lr=" + rate + ", alpha=" + smoothing + ", eps=" + epsilon + ")";
      case OptimiserSpec.Adam(_, double beta1, double beta2, double epsilon) -> "torch.optim.Adam(" + groups(rate, "") + ", lr="
          + rate + ", betas=(" + beta1 + ", " + beta2 + "), eps=" + epsilon + ")";
      case OptimiserSpec.AdamW(_, double beta1, double beta2, double epsilon, double decay) -> "torch.optim.AdamW([{\"params\": weights, \"base_lr\": "
          + rate + ", \"weight_decay\": " + decay + "}, {\"params\": others, \"base_lr\": " + rate + ", \"weight_decay\": 0.0}], lr="
          + rate + ", betas=(" + beta1 + ", " + beta2 + "), eps=" + epsilon + ")";
    };
  }

  private static String momentum(double rate, double momentum, String more) {
    return "torch.optim.SGD(" + groups(rate, ", \"base_momentum\": " + momentum) + ", lr=" + rate + ", momentum=" + momentum + more + ")";
  }

  private static String groups(double rate, String more) {
    return "[{\"params\": weights + others, \"base_lr\": " + rate + more + "}]";
  }

  private void schedules() {
    int epochs = experiment.training().epochs();
    parts.put("rate_factor", factor(experiment.training().learningRateSchedule(), epochs));
    parts.put("drop_factor", factor(experiment.training().dropSchedule(), epochs));
    parts.put("momentum_factor", factor(experiment.training().momentumSchedule(), epochs));
  }

  /// The formulas of [dropoutlab.train.Schedule].
  private static String factor(ScheduleSpec spec, int planned) {
    return switch (spec.endingAt(Math.max(1, planned))) {
      case ScheduleSpec.Constant _ -> "1.0";
      case ScheduleSpec.Step(int every, double factor) -> factor + " ** math.floor(t / " + every + ")";
      case ScheduleSpec.Exponential(double factor) -> factor + " ** t";
      case ScheduleSpec.Cosine(double to, int end) ->
          to + " + (1 - " + to + ") * (1 + math.cos(math.pi * min(1, t / " + end + "))) / 2";
      case ScheduleSpec.Linear(double from, double to, int end) -> along(from, to, "t / " + end);
      case ScheduleSpec.WarmUp(double from, double warmUp, double to, int end) -> along(from, 1, "t / " + warmUp) + " if t < " + warmUp
          + " else " + along(1, to, warmUp == end ? "1" : "(t - " + warmUp + ") / (" + end + " - " + warmUp + ")");
    };
  }

  private static String along(double from, double to, String share) {
    return from + " + (" + to + " - " + from + ") * min(1, " + share + ")";
  }

  private void augmentation(Set<String> classes) {
    AugmentationSpec spec = experiment.training().augmentation();
    double smoothing = experiment.regulariser().labelSmoothing();
    List<String> lines = new ArrayList<>();
    schema.image().ifPresent(image -> {
      double paper = schema.inputScaling().toScaled(0, 0), ink = schema.inputScaling().toScaled(0, 1);
      String size = image.height() + ", " + image.width() + ", ";
      if (spec.ofImages()) classes.add("image_changes");
      if (spec.shift() > 0) lines.add("    x = shifted(x, " + size + spec.shift() + ", " + paper + ")");
      if (spec.cutout() > 0) lines.add("    x = cut_out(x, " + size + spec.cutout() + ", " + paper + ")");
      if (spec.erase() > 0) lines.add("    x = erased(x, " + size + spec.erase() + ", " + paper + ", " + ink + ")");
    });
    if (spec.noise() > 0) lines.add("    x = x + " + spec.noise() + " * torch.randn_like(x)");
    if (spec.mixup() > 0) lines.add("""
        share = torch.distributions.Beta(%1$s, %1$s).sample()
        other = torch.randperm(len(x))
        x, y = share * x + (1 - share) * x[other], share * y + (1 - share) * y[other]""".indent(4).stripTrailing().formatted(spec.mixup()));
    if (smoothing > 0)
      lines.add("    y = (1 - " + smoothing + ") * y + " + smoothing + " / " + Math.max(2, schema.outputs()));
    parts.put("augmented_said", Words.of(lines.isEmpty() ? "python.as_it_is" : "python.augmented"));
    lines.add("    return x, y");
    parts.put("augmented", String.join("\n", lines));
  }

  private void earlyStopping() {
    int patience = experiment.training().earlyStopping().patience();
    parts.put("early", patience == 0 ? "" : """
            if now["validation"] < best_loss:
                best, best_loss, best_epoch = copy.deepcopy(network.state_dict()), now["validation"], epoch + 1
            if epoch + 1 - best_epoch >= %d or epoch + 1 == EPOCHS:
                network.load_state_dict(best)
                break
""".indent(0).formatted(patience));
    parts.put("early_begin", patience == 0 ? "" : """
    best, best_loss, best_epoch = copy.deepcopy(network.state_dict()), losses()["validation"], 0
""");
    parts.put("early_import", patience == 0 ? "" : "import copy\n");
  }
}

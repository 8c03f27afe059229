package dropoutlab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/// A random experiment file, the same for the same number: tiny networks of all layers, methods, optimisers, losses and
/// kinds of data, with usual and with extreme settings. Most of the settings fit together, some do not.
final class DrawnExperiment {
  private static final String[] SETS = {"two-moons", "circles", "xor", "spirals", "blobs", "cubic-gap", "sine-gap",
      "noisy-line", "linear-five", "friedman", "digits", "temporal-order",
      "adding-problem"};
  private static final Number[] RATES = {0, 0, 0.1, 0.3, 0.5, 0.9, 1e-300, 0.999999, 0.9999999999999999};
  private static final Number[] LEARNING_RATES = {0.1, 0.05, 0.003, 0.008, 1, 1000, 1e10, 1e30, 1e300, 1e-30, 4.9e-324};
  private static final Number[] AMOUNTS = {0, 0, 1e-6, 0.01, 1, 1e10, 1e30, 1e300, 1e-300};
  private static final Number[] EPSILONS = {1e-8, 1e-5, 1e-3, 1, 1e-300, 1e30, 1e300};

  private final SplittableRandom random;
  private final boolean extreme;
  /// The shape in which the next layer reads its input: maps, rows, columns.
  private int maps = 1, rows = 1, cols;
  private boolean words;
  private boolean regression;
  private boolean pictures;
  private int hiddenLayers;

  private DrawnExperiment(long number) {
    random = new SplittableRandom(number);
    extreme = random.nextInt(3) == 0;
  }

  /// @param files the available data files, each as the keys of `data`
  static String text(long number, List<String> files) { return new DrawnExperiment(number).text(files); }

  private String text(List<String> files) {
    String data = data(files), network = network();
    List<String> keys = new ArrayList<>(List.of("'data': " + data, "'network': " + network));
    if (random.nextBoolean()) keys.add("'optimiser': " + optimiser());
    if (random.nextInt(3) == 0)
      keys.add("'regulariser': {'l1': " + amount() + ", 'l2': " + amount() + ", 'maxNorm': " + amount()
          + (random.nextInt(regression ? 30 : 3) == 0 ? ", 'labelSmoothing': " + pick(0, 0.1, 1) : "") + "}");
    keys.add("'training': " + training());
    keys.add("'seed': " + random.nextInt(1000));
    if (random.nextInt(6) == 0) keys.add("'interventions': [" + intervention() + "]");
    return spoilt(("{" + String.join(", ", keys) + "}").replace('\'', '"'));
  }

  /// Occasionally something is wrong with the file.
  private String spoilt(String text) {
    if (random.nextInt(20) > 0) return text;
    int at = random.nextInt(text.length()), end = Math.min(text.length(), at + 1 + random.nextInt(6));
    String instead = pick("null", "-1", "[null]", "{}", "\"\"", "1e999", "2147483648", "", "true", "0");
    return text.substring(0, at) + instead + text.substring(end);
  }

  private String data(List<String> files) {
    if (random.nextInt(4) == 0) {
      String file = files.get(random.nextInt(files.size()));
      cols = file.contains("idx") ? 20 : file.contains("wide") ? 6 : file.contains("words") ? 4 : 1 + random.nextInt(2);
      if (file.contains("idx")) { rows = 4; cols = 5; pictures = true; }
      regression = file.contains("regression") || file.contains("outlier");
      if (regression) cols = 1;
      return file;
    }
    if (random.nextInt(30) == 0) {
      cols = 1;
      regression = true;
      return "{'type': 'mauna-loa', 'lastTrainingYear': " + (1963 + random.nextInt(60)) + "}";
    }
    String set = SETS[random.nextInt(SETS.length)];
    regression = List.of("cubic-gap", "sine-gap", "noisy-line", "linear-five", "friedman", "adding-problem")
        .contains(set);
    switch (set) {
      case "digits" -> { rows = 16; cols = 16; pictures = true; }
      case "temporal-order" -> cols = 20;
      case "adding-problem" -> { rows = 5; cols = 2; }
      case "linear-five" -> cols = 5;
      case "friedman" -> cols = 10;
      case "cubic-gap", "sine-gap", "noisy-line" -> cols = 1;
      default -> cols = 2;
    }
    return "{'set': '" + set + "', 'training': " + (4 + random.nextInt(37)) + ", 'validation': "
        + (1 + random.nextInt(20)) + ", 'noise': " + pick(0, 0.1, 0.33, 1)
        + (set.equals("adding-problem") ? ", 'steps': 5" : "") + "}";
  }

  private String network() {
    List<String> body = new ArrayList<>();
    if (cols == 20 && random.nextInt(3) > 0 || random.nextInt(40) == 0) {
      body.add("{'type': 'embedding', 'vocabulary': " + (random.nextInt(8) == 0 ? 3 : 6) + ", 'width': 4, 'drop': "
          + rate() + "}");
      rows = cols;
      cols = 4;
      words = true;
    }
    for (int more = random.nextBoolean() ? 0 : 1 + random.nextInt(4); more > 0; more--) body.add(layer(2));
    List<String> hidden = new ArrayList<>();
    hiddenLayers = random.nextInt(4);
    for (int more = hiddenLayers; more > 0; more--)
      hidden.add("{'units': " + (1 + random.nextInt(6)) + ", 'activation': " + activation() + ", 'drop': " + rate()
          + ", 'method': " + method(true) + "}");
    return "{'inputDrop': " + (words && random.nextInt(8) > 0 ? 0 : rate()) + ", 'body': [" + String.join(", ", body)
        + "], 'hidden': [" + String.join(", ", hidden) + "], 'initialisation': '"
        + pick("he", "xavier", "lecun", "he-uniform", "xavier-uniform") + "'}";
  }

  private String layer(int depth) {
    int width = cols;
    return this.<Supplier<String>>pick(
        () -> "{'type': 'activate', 'activation': " + activation() + "}",
        () -> { cols = 1 + random.nextInt(6); return "{'type': 'dense', 'units': " + cols + "}"; },
        () -> "{'type': 'dropout', 'p': " + rate() + ", 'method': " + method(random.nextInt(20) == 0) + "}",
        () -> "{'type': 'layer-norm', 'epsilon': " + epsilon() + "}",
        () -> "{'type': 'batch-norm', 'epsilon': " + epsilon() + ", 'momentum': " + pick(0.1, 0, 1) + "}",
        () -> residual(depth),
        this::reshape,
        this::convolution,
        () -> {
          int size = 1 + random.nextInt(oneMore(Math.min(rows, cols)));
          rows = Math.max(1, rows / size);
          cols = Math.max(1, cols / size);
          return "{'type': 'pool', 'kind': '" + pick("max", "average") + "', 'size': " + size + ", 'stride': " + size
              + "}";
        },
        () -> "{'type': 'spatial-dropout', 'p': " + rate() + "}",
        () -> "{'type': 'drop-block', 'p': " + rate() + ", 'block': "
            + (1 + random.nextInt(oneMore(Math.min(rows, cols)))) + "}",
        this::recurrent,
        () -> {
          if (!isSequence()) return reshape();
          rows = 1;
          return "{'type': 'time-pool'}";
        },
        () -> "{'type': 'position'}",
        () -> "{'type': 'attention', 'heads': " + (width % 2 == 0 ? 2 : 1) + ", 'drop': " + rate() + "}",
        () -> "{'type': 'encoder', 'heads': 1, 'feedForward': 5, 'attentionDrop': " + rate()
            + ", 'feedForwardDrop': " + rate() + ", 'residualDrop': " + rate() + ", 'layerDrop': " + rate()
            + ", 'norm': '" + pick("post", "pre") + "'}").get();
  }

  /// Returns 2 if that many fit, and occasionally even if they do not.
  private int oneMore(int room) { return room > 1 || random.nextInt(20) == 0 ? 2 : 1; }

  private boolean isSequence() { return maps == 1 && rows > 1 || random.nextInt(20) == 0; }

  private String residual(int depth) {
    int m = maps, r = rows, c = cols;
    List<String> layers = new ArrayList<>();
    for (int more = 1 + random.nextInt(2); more > 0 && depth > 0; more--) layers.add(layer(depth - 1));
    if (random.nextInt(10) > 0) {
      layers.add("{'type': 'dense', 'units': " + c + "}");
      maps = m;
      rows = r;
      cols = c;
    }
    return "{'type': 'residual', 'layers': [" + String.join(", ", layers) + "], 'drop': " + rate() + ", 'mode': '"
        + pick("batch", "example") + "', 'inverted': " + random.nextBoolean() + "}";
  }

  private String reshape() {
    int size = maps * rows * cols;
    int divisor = 1 + random.nextInt(Math.max(1, Math.min(size, 8)));
    if (size % divisor == 0 || random.nextInt(10) > 0) while (size % divisor > 0) divisor--;
    maps = random.nextBoolean() ? 1 : divisor;
    rows = maps == 1 ? divisor : 1;
    cols = Math.max(1, size / divisor);
    return "{'type': 'reshape', 'maps': " + maps + ", 'rows': " + rows + ", 'cols': " + cols + "}";
  }

  private String convolution() {
    int kernel = 1 + random.nextInt(3), stride = 1 + random.nextInt(2);
    int padding = random.nextInt(20) == 0 ? 30 : random.nextInt(2);
    maps = 1 + random.nextInt(3);
    rows = Math.max(1, (rows + 2 * padding - kernel) / stride + 1);
    cols = Math.max(1, (cols + 2 * padding - kernel) / stride + 1);
    return "{'type': 'conv2d', 'maps': " + maps + ", 'kernel': " + kernel + ", 'stride': " + stride
        + ", 'padding': " + padding + "}";
  }

  private String recurrent() {
    if (!isSequence()) return reshape();
    boolean last = random.nextBoolean();
    if (last) rows = 1;
    cols = 1 + random.nextInt(4);
    return "{'type': 'recurrent', 'cell': '" + pick("lstm", "gru", "rnn") + "', 'units': " + cols + ", 'last': "
        + last + ", 'drop': {'method': '" + pick("variational", "per-step", "candidate", "zoneout") + "', 'inputs': "
        + rate() + ", 'state': " + rate() + ", 'outputs': " + rate() + ", 'tiedGates': " + random.nextBoolean() + "}}";
  }

  private String method(boolean ofWeightsToo) {
    int kind = random.nextInt(ofWeightsToo ? 10 : 7);
    return switch (kind) {
      case 0 -> "{'type': 'inverted'}";
      case 1 -> "{'type': 'standard'}";
      case 2 -> "{'type': 'gaussian'}";
      case 3 -> "{'type': 'learnt-gaussian', 'klWeight': " + (extreme ? amount() : 0.001) + "}";
      case 4 -> "{'type': 'uniform', 'beta': " + pick(0, 0.1, 1) + "}";
      case 5 -> "{'type': 'alpha', 'maps': " + random.nextBoolean() + "}";
      case 6 -> "{'type': 'concrete', 'temperature': " + (extreme ? epsilon() : 0.1) + ", 'weightRegulariser': "
          + amount() + ", 'dropoutRegulariser': " + amount() + "}";
      case 7 -> "{'type': 'drop-connect', 'inference': '" + pick("moment-matching", "mean") + "', 'samples': "
          + (1 + random.nextInt(5)) + "}";
      default -> "{'type': 'targeted', 'share': " + pick(0, 0.5, 1) + ", 'target': '" + pick("weights", "units") + "'}";
    };
  }

  private String optimiser() {
    String rate = "'learningRate': " + (extreme ? pick(LEARNING_RATES) : pick(0.1, 0.05, 0.003, 0.008));
    String betas = ", 'beta1': " + pick(0.9, 0, 0.999999) + ", 'beta2': " + pick(0.999, 0, 0.5) + ", 'epsilon': "
        + epsilon();
    return "{" + rate + switch (random.nextInt(6)) {
      case 0 -> ", 'type': 'sgd'";
      case 1 -> ", 'type': 'momentum', 'momentum': " + pick(0.9, 0, 0.999999);
      case 2 -> ", 'type': 'nesterov', 'momentum': " + pick(0.9, 0, 0.999999);
      case 3 -> ", 'type': 'rmsprop', 'smoothing': " + pick(0.9, 0, 0.99) + ", 'epsilon': " + epsilon();
      case 4 -> ", 'type': 'adam'" + betas;
      default -> ", 'type': 'adamw'" + betas + ", 'weightDecay': " + amount();
    } + "}";
  }

  private String training() {
    List<String> keys = new ArrayList<>();
    keys.add("'epochs': " + random.nextInt(4));
    keys.add("'batch': " + pick(1, 2, 3, 8, 16, 64));
    keys.add("'twin': " + random.nextBoolean());
    if (random.nextInt(regression ? 3 : 40) == 0) keys.add("'loss': 'gaussian-nll'");
    for (String schedule : new String[] {"learningRateSchedule", "dropSchedule", "momentumSchedule"})
      if (random.nextInt(4) == 0) keys.add("'" + schedule + "': " + schedule());
    if (random.nextInt(4) == 0) keys.add("'earlyStopping': {'patience': " + random.nextInt(3) + "}");
    if (random.nextInt(words ? 40 : 6) == 0)
      keys.add("'augmentation': {'noise': " + amount() + ", 'mixup': " + amount()
          + (pictures ? ", 'shift': " + random.nextInt(3) + ", 'cutout': " + random.nextInt(3) + ", 'erase': " + pick(0, 1)
          : "") + "}");
    return "{" + String.join(", ", keys) + "}";
  }

  private String schedule() {
    return pick("{'type': 'constant'}", "{'type': 'step', 'every': 1, 'factor': 0}",
        "{'type': 'exponential', 'factor': 0.5}", "{'type': 'cosine'}", "{'type': 'cosine', 'epochs': 1}",
        "{'type': 'linear'}", "{'type': 'linear', 'from': 1, 'to': 0, 'epochs': 2}",
        "{'type': 'warm-up', 'from': 0, 'warmUp': 1.5, 'epochs': 2}", "{'type': 'warm-up'}");
  }

  private String intervention() {
    int more = random.nextInt(20) == 0 ? 1 : 0, layer = random.nextInt(hiddenLayers + 1 + more);
    if (random.nextBoolean())
      return "{'type': 'pin', 'step': " + random.nextInt(9) + ", 'layer': " + layer + ", 'unit': 0, 'pin': '"
          + pick("dropped", "kept", "random") + "'}";
    List<String> rates = new ArrayList<>(List.of(words ? "0" : rate().toString()));
    for (int i = 0; i < hiddenLayers + more; i++) rates.add(rate().toString());
    return "{'type': 'drop-rates', 'step': " + random.nextInt(9) + ", 'p': [" + String.join(", ", rates) + "]}";
  }

  private String activation() {
    return "'" + pick("relu", "leaky-relu", "tanh", "sigmoid", "selu", "gelu", "identity") + "'";
  }

  private Number rate() { return extreme ? pick(RATES) : pick(0, 0, 0.1, 0.3, 0.5); }

  private Number amount() { return extreme ? pick(AMOUNTS) : pick(0, 0, 1e-6, 0.01); }

  private Number epsilon() { return extreme ? pick(EPSILONS) : 1e-5; }

  @SafeVarargs private <T> T pick(T... values) { return values[random.nextInt(values.length)]; }
}

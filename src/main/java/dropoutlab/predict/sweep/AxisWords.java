package dropoutlab.predict.sweep;

import dropoutlab.spec.sweep.Axis;
import dropoutlab.spec.sweep.Axis.Scale;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an axis and its values are called.
///
/// @param symbol stands before a value: "p" of "p = 0.6"; "" where values are names
/// @param title  of the whole axis: "p, hidden layers"
record AxisWords(String symbol, String title) {
  private static final Pattern HIDDEN = Pattern.compile("network\\.hidden[.\\[](\\*|\\d+)]?\\.(\\w+)");
  private static final Map<String, String> SYMBOLS = Map.of("drop", "sweep.symbol.p", "units", "sweep.symbol.units");
  private static final String AND = " + ";

  static AxisWords of(Axis axis) {
    List<String> paths = List.of(axis.path().split(Pattern.quote(AND)));
    Named named = named(paths.getFirst());
    String tied = String.join("", paths.stream().skip(1).map(tie -> Words.of("sweep.axis.tied", tie(tie))).toList());
    return new AxisWords(axis.scale() == Scale.NAMES ? "" : named.symbol(), named.title() + tied);
  }

  private record Named(String symbol, String title) {}

  private static Named named(String path) {
    Matcher hidden = HIDDEN.matcher(path);
    if (hidden.matches()) {
      String key = SYMBOLS.get(hidden.group(2)), what = key == null ? hidden.group(2) : Words.of(key);
      return new Named(what, hidden.group(1).equals("*") ? Words.of("sweep.axis.hidden", what)
          : Words.of("sweep.axis.hidden_one", what, Integer.parseInt(hidden.group(1)) + 1));
    }
    return switch (path) {
      case "network.inputDrop" -> new Named(Words.of("sweep.symbol.p"), Words.of("sweep.axis.input"));
      case "data.training", "data.limit" -> both(Words.of("sweep.axis.training"));
      case "data.noise" -> both(Words.of("sweep.axis.noise"));
      case "optimiser.learningRate" -> both(Words.of("sweep.axis.rate"));
      case "training.epochs" -> both(Words.of("sweep.axis.epochs"));
      case "training.batch" -> both(Words.of("sweep.axis.batch"));
      case "regulariser.l1" -> both(Words.of("sweep.axis.l1"));
      case "regulariser.l2" -> both(Words.of("sweep.axis.l2"));
      case "regulariser.maxNorm" -> both(Words.of("sweep.axis.max_norm"));
      case "passes" -> new Named(Words.of("sweep.symbol.passes"), Words.of("sweep.axis.passes"));
      default -> new Named(path.substring(path.lastIndexOf('.') + 1), path);
    };
  }

  private static Named both(String name) { return new Named(name, name); }

  /// A formula that starts from the value of before would say nothing to a reader who does not know it.
  private static String tie(String tie) {
    int equals = tie.indexOf('=');
    if (equals < 0) return tie;
    String symbol = named(tie.substring(0, equals).strip()).symbol(), formula = tie.substring(equals + 1).strip();
    return formula.contains("x0") ? Words.of("sweep.axis.follows", symbol)
        : Words.of("sweep.axis.equals", symbol, formula.replace('-', '\u2212'));
  }

  /// Names a value in a sentence: "p = 0.6", or "early stopping".
  String named(Axis axis, int point) {
    String label = axis.points().get(point).label();
    return symbol.isEmpty() || isApart(axis, point) ? label : Words.of("sweep.axis.equals", symbol, label);
  }

  /// Names it in a list: "p 0.6".
  String listed(Axis axis, int point) {
    String label = axis.points().get(point).label();
    return symbol.isEmpty() || isApart(axis, point) ? label : Words.of("sweep.axis.listed", symbol, label);
  }

  private static boolean isApart(Axis axis, int point) {
    return !axis.points().get(point).label().matches("[-+.\\d].*");
  }
}

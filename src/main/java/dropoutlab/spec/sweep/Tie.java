package dropoutlab.spec.sweep;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.CeilingFunction;
import com.ezylang.evalex.functions.basic.FloorFunction;
import com.ezylang.evalex.functions.basic.IfFunction;
import com.ezylang.evalex.functions.basic.LogFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.functions.basic.RoundFunction;
import com.ezylang.evalex.functions.basic.SqrtFunction;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.SettingPath.Place;
import dropoutlab.spec.sweep.AxisValues.Value;
import dropoutlab.words.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A path whose value follows from the axis's value by a formula: `network.hidden.*.units=16/(1-p)`.
///
/// @param formula of p, which may also be called x; n is what stands at the path now, and x0 what stands at the axis's
///                own
record Tie(String path, String formula) {
  private static final int DIGITS = 12;
  private static final Pattern OWN = Pattern.compile("\\bn\\b");

  /// Only functions that give the same value whenever they are asked: no random numbers, no time of day.
  private static final ExpressionConfiguration CONFIGURATION = ExpressionConfiguration.builder()
      .functionDictionary(functions()).build();

  private static FunctionDictionaryIfc functions() {
    MapBasedFunctionDictionary functions = new MapBasedFunctionDictionary();
    Map.of("ABS", new AbsFunction(), "CEILING", new CeilingFunction(), "FLOOR", new FloorFunction(),
        "IF", new IfFunction(), "LOG", new LogFunction(), "MAX", new MaxFunction(), "MIN", new MinFunction(),
        "ROUND", new RoundFunction(), "SQRT", new SqrtFunction()).forEach(functions::addFunction);
    return functions;
  }

  static Tie of(String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || text.substring(equals + 1).isBlank())
      throw new ExperimentException(Words.of("sweepspec.axis.tie", text.strip()));
    return new Tie(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
  }

  /// Returns the settings that follow from a value of the axis: one, or one for each place that the path names if the
  /// formula asks for what stands there.
  ///
  /// @param places what the path names
  /// @param before what stands at the axis's own path; empty if that is no number
  List<String> at(Value value, List<Place> places, Optional<BigDecimal> before) {
    if (value.number() == null)
      throw new ExperimentException(Words.of("sweepspec.axis.tied_words", path, value.label()));
    if (!OWN.matcher(formula).find()) return List.of(path + "=" + computed(value, places.getFirst(), before));
    return places.stream().map(place -> place.path() + "=" + computed(value, place, before)).toList();
  }

  private String computed(Value value, Place place, Optional<BigDecimal> before) {
    try {
      Expression expression = new Expression(formula, CONFIGURATION).with("p", value.number()).and("x", value.number());
      place.number().ifPresent(n -> expression.with("n", n));
      before.ifPresent(x0 -> expression.with("x0", x0));
      BigDecimal exact = expression.evaluate().getNumberValue();
      return AxisValues.written(place.whole() ? exact.setScale(0, RoundingMode.HALF_UP)
          : exact.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN)));
    } catch (BaseException | ArithmeticException e) {
      throw new ExperimentException(
          Words.of("sweepspec.axis.formula", path, formula, value.label(), e.getMessage()), e);
    }
  }

  @Override public String toString() { return path + "=" + formula; }
}

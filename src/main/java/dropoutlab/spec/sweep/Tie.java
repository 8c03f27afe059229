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
import dropoutlab.words.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;

/// A path whose value follows from the axis's value by a formula: `network.hidden.*.units=16/(1-p)`.
///
/// @param formula of p, which may also be called x
record Tie(String path, String formula) {
  private static final int DIGITS = 12;

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

  /// Returns the setting that follows from a value of the axis.
  String at(AxisValues.Value value, boolean whole) {
    if (value.number() == null) throw new ExperimentException(Words.of("sweepspec.axis.tied_words", path, value.label()));
    try {
      BigDecimal exact = new Expression(formula, CONFIGURATION).with("p", value.number()).and("x", value.number())
          .evaluate().getNumberValue();
      BigDecimal rounded = whole ? exact.setScale(0, RoundingMode.HALF_UP)
          : exact.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
      return path + "=" + AxisValues.written(rounded);
    } catch (BaseException | ArithmeticException e) {
      throw new ExperimentException(Words.of("sweepspec.axis.formula", path, formula, value.label(), e.getMessage()), e);
    }
  }

  @Override public String toString() { return path + "=" + formula; }
}

package dropoutlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracle: StrictMath in double precision; for erf the continued fraction and series of Commons Math, precise to 1e-15.
class ElementaryTest {
  private interface Function { float at(float x); }

  @Test
  void expIsWithinTwoUlp() {
    sweep(Elementary::exp, StrictMath::exp, -104, 89, 2);
  }

  @Test
  void logIsWithinOneUlp() {
    everyBinade(Elementary::log, StrictMath::log, 1);
    sweep(Elementary::log, StrictMath::log, 0.4f, 2.5f, 1);
  }

  @Test
  void logOfADoubleHasThirteenDigits() {
    for (double x = Double.MIN_NORMAL; x < Double.MAX_VALUE / 2; x *= 1.7)
      assertThat(Elementary.log(x)).isCloseTo(StrictMath.log(x), withinPercentage(1e-11));
    for (double beyondOne = 1e-12; beyondOne < 1; beyondOne *= 3)
      assertThat(Elementary.log(1 + beyondOne)).isCloseTo(StrictMath.log(1 + beyondOne), withinPercentage(1e-11));
    for (double x : new double[] {0, Double.MIN_VALUE, -1, Double.NaN, Double.POSITIVE_INFINITY})
      assertThat(Elementary.log(x)).isEqualTo(Double.valueOf(StrictMath.log(x)));
  }

  @Test
  void log1pIsWithinOneUlp() {
    everyBinade(Elementary::log1p, StrictMath::log1p, 1);
    sweep(Elementary::log1p, StrictMath::log1p, -1, 3, 1);
  }

  @Test
  void tanhIsWithinThreeUlp() {
    everyBinade(Elementary::tanh, StrictMath::tanh, 3);
    sweep(Elementary::tanh, StrictMath::tanh, -10, 10, 3);
  }

  @Test
  void sigmoidIsWithinThreeUlp() {
    sweep(Elementary::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)), -104, 104, 3);
    sweep(Elementary::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)), -3, 3, 3);
  }

  @Test
  void softplusIsWithinThreeUlp() {
    DoubleUnaryOperator oracle = x -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    sweep(Elementary::softplus, oracle, -104, 104, 3);
    sweep(Elementary::softplus, oracle, -3, 3, 3);
  }

  @Test
  void erfIsWithinThreeUlp() {
    everyBinade(Elementary::erf, x -> Math.abs(x) < 1e-8 ? x * 1.1283791670955126 : Erf.erf(x), 3);
    sweep(Elementary::erf, Erf::erf, -5, 5, 3);
  }

  /// Oracle: StrictMath to 13 digits, and the function of single values.
  @Test
  void entropyTermsHaveThirteenDigits() {
    Tensor q = new Tensor(1, 4003);
    float[] limits = {1, Float.MIN_VALUE, 1e-30f};
    for (int i = 0; i < q.size(); i++) q.data()[i] = i < 4000 ? i / 4000f : limits[i - 4000];
    double[] terms = new double[q.size()];
    Elementary.entropyTerms(q, terms);
    assertThat(terms[0]).isZero();
    assertThat(terms[4000]).isZero();
    for (int i = 0; i < q.size(); i++) {
      double value = q.data()[i], expected = value > 0 ? -value * StrictMath.log(value) : 0;
      assertThat(terms[i]).as("q = %s", value).isEqualTo(Elementary.entropyTerm(value))
          .isCloseTo(expected, within(1e-13 * expected));
    }
  }

  @Test
  void limitsAreExact() {
    float infinity = Float.POSITIVE_INFINITY;
    assertThat(Elementary.exp(infinity)).isEqualTo(infinity);
    assertThat(Elementary.exp(88.73f)).isEqualTo(infinity);
    assertThat(Elementary.exp(-infinity)).isEqualTo(0);
    assertThat(Elementary.exp(-104)).isEqualTo(0);
    assertThat(Elementary.exp(0)).isEqualTo(1);
    assertThat(Elementary.log(0)).isEqualTo(-infinity);
    assertThat(Elementary.log(-0f)).isEqualTo(-infinity);
    assertThat(Elementary.log(1)).isEqualTo(0);
    assertThat(Elementary.log(infinity)).isEqualTo(infinity);
    assertThat(Elementary.log(-1)).isNaN();
    assertThat(Elementary.log(-infinity)).isNaN();
    assertThat(Elementary.log1p(-1)).isEqualTo(-infinity);
    assertThat(Elementary.log1p(-2)).isNaN();
    assertThat(Elementary.log1p(infinity)).isEqualTo(infinity);
    assertThat(Elementary.tanh(infinity)).isEqualTo(1);
    assertThat(Elementary.tanh(-infinity)).isEqualTo(-1);
    assertThat(Elementary.sigmoid(infinity)).isEqualTo(1);
    assertThat(Elementary.sigmoid(-infinity)).isEqualTo(0);
    assertThat(Elementary.sigmoid(0)).isEqualTo(0.5f);
    assertThat(Elementary.softplus(infinity)).isEqualTo(infinity);
    assertThat(Elementary.softplus(-infinity)).isEqualTo(0);
    assertThat(Elementary.erf(infinity)).isEqualTo(1);
    assertThat(Elementary.erf(-infinity)).isEqualTo(-1);
    assertThat(Elementary.erf(4)).isEqualTo(1);
  }

  @Test
  void notANumberStaysThat() {
    float x = Float.NaN;
    assertThat(new float[] {Elementary.exp(x), Elementary.log(x), Elementary.log1p(x), Elementary.tanh(x),
        Elementary.sigmoid(x), Elementary.softplus(x), Elementary.erf(x)}).containsOnly(Float.NaN);
  }

  @Test
  void oddFunctionsAreOddToTheLastBit() {
    for (float x = 0; x < 6; x += 0.0137f) {
      assertThat(Elementary.tanh(-x)).isEqualTo(-Elementary.tanh(x));
      assertThat(Elementary.erf(-x)).isEqualTo(-Elementary.erf(x));
    }
    assertThat(Float.floatToIntBits(Elementary.tanh(-0f))).isEqualTo(Float.floatToIntBits(-0f));
    assertThat(Float.floatToIntBits(Elementary.erf(-0f))).isEqualTo(Float.floatToIntBits(-0f));
    assertThat(Float.floatToIntBits(Elementary.log1p(-0f))).isEqualTo(Float.floatToIntBits(-0f));
  }

  /// Returns 400,000 arguments from `low` to `high`.
  private static void sweep(Function f, DoubleUnaryOperator oracle, float low, float high, double ulps) {
    int steps = 400_000;
    for (int i = 0; i <= steps; i++) require(f, oracle, (float) (low + (high - (double) low) * i / steps), ulps);
  }

  /// Returns 211 arguments in each binade of both signs, subnormal ones included.
  private static void everyBinade(Function f, DoubleUnaryOperator oracle, double ulps) {
    for (long bits = 1; bits < 0x7F80_0000L; bits += 39_709) {
      require(f, oracle, Float.intBitsToFloat((int) bits), ulps);
      require(f, oracle, -Float.intBitsToFloat((int) bits), ulps);
    }
  }

  private static void require(Function f, DoubleUnaryOperator oracle, float x, double ulps) {
    double exact = oracle.applyAsDouble(x);
    float rounded = (float) exact;
    float got = f.at(x);
    boolean good = Float.isFinite(rounded) ? Math.abs(got - exact) <= ulps * Math.ulp(rounded)
        : Float.compare(got, rounded) == 0;
    if (!good) assertThat(got).as("at %s, %s ulp off", x, Math.abs(got - exact) / Math.ulp(rounded)).isEqualTo(rounded);
  }

  /// Oracle: the function of single values; the values outside the processed part do not change.
  @ParameterizedTest
  @MethodSource("dropoutlab.math.Scalars#sizes")
  void shortTensorsGetTheBitsOfSingleNumbers(int n) {
    Tensor x = Scalars.gaussian(1, n, 1);
    float[] exp = x.data().clone(), tanh = Scalars.gaussian(n + 2, 2), expectedTanh = tanh.clone();
    double[] terms = new double[n];
    for (int i = 0; i < n; i++) exp[i] = Elementary.exp(exp[i]);
    for (int i = 1; i <= n; i++) expectedTanh[i] = Elementary.tanh(tanh[i]);
    Elementary.exp(x);
    Elementary.tanh(tanh, 1, n);
    Scalars.assertSame("exp", x.data(), exp, n);
    Scalars.assertSame("tanh", tanh, expectedTanh, n + 2);
    Elementary.entropyTerms(x, terms);
    for (int i = 0; i < n; i++) assertThat(terms[i]).isEqualTo(Elementary.entropyTerm(exp[i]));
  }

  /// A prime step visits all exponents and signs, infinities and NaN among them.
  @Test void wholeTensorsGetTheBitsOfSingleNumbers() {
    Tensor x = new Tensor(1, 700_003);
    int bits = 0;
    for (int i = 0; i < x.size(); i++, bits += 6143) x.data()[i] = Float.intBitsToFloat(bits);
    x.data()[7] = Float.NaN;
    x.data()[8] = Float.POSITIVE_INFINITY;
    x.data()[9] = Float.NEGATIVE_INFINITY;
    for (int i = 10; i < 300_000; i++) x.data()[i] = (i - 150_000) / 1300f;
    float[] expected = x.data().clone(), tanh = x.data().clone(), expectedTanh = x.data().clone();
    for (int i = 0; i < expected.length; i++) expected[i] = Elementary.exp(expected[i]);
    for (int i = 3; i < expected.length; i++) expectedTanh[i] = Elementary.tanh(tanh[i]);
    Elementary.exp(x);
    Elementary.tanh(tanh, 3, tanh.length - 3);
    Scalars.assertSame("exp", x.data(), expected, expected.length);
    Scalars.assertSame("tanh", tanh, expectedTanh, expected.length);
  }
}

package dropoutlab.formulas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns the LaTeX of a formula into words for a screen reader. It knows what the cards use; at anything else it stops
/// with an [IllegalArgumentException], so that nothing is left unsaid.
final class Spoken {
  private static final Pattern TOKEN = Pattern.compile("\\\\[a-zA-Z]+|\\\\.|\\s+|.");

  /// What begins something that may be multiplied; of products only those with a fraction say that they are one.
  private static final Pattern FACTOR =
      Pattern.compile("[a-zA-Z(]|\\\\(tilde|hat|bar|overline|sqrt|alpha|lambda|eta|delta)");

  private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("=", "equals"), Map.entry("+", "plus"),
      Map.entry("-", "minus"), Map.entry("/", "over"), Map.entry("\\odot", "times element by element"),
      Map.entry("\\cdot", "times"), Map.entry("\\sim", "is drawn from"), Map.entry("\\partial", "the derivative of"),
      Map.entry("\\leftarrow", "becomes"), Map.entry("\\le", "is at most"),
      Map.entry("\\ge", "is at least"), Map.entry("\\in", "in"), Map.entry("\\notin", "not in"),
      Map.entry("\\alpha", "alpha"), Map.entry("\\beta", "beta"), Map.entry("\\gamma", "gamma"),
      Map.entry("\\delta", "delta"), Map.entry("\\epsilon", "epsilon"), Map.entry("\\eta", "eta"),
      Map.entry("\\theta", "theta"), Map.entry("\\lambda", "lambda"), Map.entry("\\mu", "mu"),
      Map.entry("\\sigma", "sigma"), Map.entry("\\log", "the logarithm of"), Map.entry("\\min", "times the smaller of"),
      Map.entry("\\lVert", "the norm of"), Map.entry("\\rVert", ""), Map.entry("|", "bar"),
      Map.entry(":", ","), Map.entry("\\Delta", "the change of"), Map.entry("\\emptyset", "nothing"), Map.entry("(", "("), Map.entry(")", ")"), Map.entry(",", ","), Map.entry(";", ","), Map.entry("\\,", ""),
      Map.entry("\\quad", ""), Map.entry("\\left", ""), Map.entry("\\right", ""), Map.entry("\\top", "transposed"),
      Map.entry("'", "prime"), Map.entry("\\int", "the integral of"),
      Map.entry("\\max", "the larger of"), Map.entry("\\ln", "the logarithm of"), Map.entry("\\exp", "e to the power of"),
      Map.entry("\\cos", "the cosine of"), Map.entry("\\ne", "is not"), Map.entry("\\neq", "is not"),
      Map.entry("\\approx", "is about"), Map.entry("\\propto", "is in proportion to"), Map.entry("\\to", "goes to"),
      Map.entry("\\infty", "infinity"), Map.entry("\\pm", "plus or minus"), Map.entry("\\times", "times"),
      Map.entry("\\circ", "times element by element"), Map.entry("\\pi", "pi"), Map.entry("\\rho", "rho"),
      Map.entry("\\tau", "tau"), Map.entry("\\phi", "phi"), Map.entry("\\varphi", "phi"), Map.entry("\\Phi", "Phi"),
      Map.entry("\\Sigma", "Sigma"), Map.entry("\\nabla", "the gradient of"), Map.entry("<", "is less than"),
      Map.entry(">", "is greater than"), Map.entry("!", "factorial"), Map.entry("[", "("), Map.entry("]", ")"),
      Map.entry("\\;", ""), Map.entry("\\!", ""), Map.entry("\\qquad", ""), Map.entry("\\ ", ""), Map.entry("\\{", "("),
      Map.entry("\\}", ")"), Map.entry("\\mid", "given"), Map.entry("\\ldots", "and so on"),
      Map.entry("\\dots", "and so on"), Map.entry("\\cdots", "and so on"));

  private static final Map<String, String> OPERATORS = Map.ofEntries(Map.entry("Bern", "Bernoulli"),
      Map.entry("U", "the uniform distribution"),
      Map.entry("Beta", "the beta distribution"),
      Map.entry("E", "the mean of"),
      Map.entry("softmax", "the softmax of"),
      Map.entry("sign", "the sign of"),
      Map.entry("logit", "the logit of"),
      Map.entry("norm", "norm"),
      Map.entry("relu", "ReLU"),
      Map.entry("Var", "the variance of"),
      Map.entry("Cov", "the covariance of"),
      Map.entry("tr", "the trace of"),
      Map.entry("diag", "the diagonal of"),
      Map.entry("KL", "the divergence"),
      Map.entry("H", "the entropy of"),
      Map.entry("Binom", "the binomial distribution"),
      Map.entry("median", "the median of"),
      Map.entry("selu", "SELU"));

  private static final Map<String, String> ACCENTS = Map.of("\\tilde", "tilde", "\\hat", "hat", "\\bar", "mean",
      "\\overline", "mean");

  private final List<String> tokens = new ArrayList<>();
  private int next;

  private Spoken(String latex) {
    for (Matcher token = TOKEN.matcher(latex); token.find();)
      if (!token.group().isBlank()) tokens.add(token.group());
  }

  static String of(String latex) {
    String words = new Spoken(latex).sequence("").replace("*", " star");
    return words.replaceAll("\\s+", " ").replaceAll(" ([,)])", "$1").replace("( ", "(").strip();
  }

  /// Reads up to the token `end`, which is taken too; an empty one is the end of all.
  private String sequence(String end) {
    StringBuilder words = new StringBuilder();
    boolean afterFraction = false, afterFactor = false;
    while (next < tokens.size() && !tokens.get(next).equals(end)) {
      String token = tokens.get(next), word = item();
      if (word.isEmpty()) continue;
      boolean fraction = token.endsWith("frac"), factor = fraction || FACTOR.matcher(token).matches();
      if (factor && afterFactor && (fraction || afterFraction)) words.append(" times");
      words.append(' ').append(word);
      if (token.matches("[_^']")) continue;
      afterFraction = fraction;
      afterFactor = factor && !token.equals("(") || token.equals(")");
    }
    next++;
    return words.toString().strip();
  }

  private String item() {
    String token = tokens.get(next++);
    return switch (token) {
      case "{" -> sequence("}");
      case "_" -> below();
      case "^" -> raised();
      case "\\frac", "\\tfrac" -> fraction(item(), item());
      case "\\sum" -> hasIndex() ? "the sum" : "the sum of";
      case "\\prod" -> hasIndex() ? "the product" : "the product of";
      case "\\sqrt" -> "the square root of " + grouped(item());
      case "\\min" -> over("the least", WORDS.get("\\min"));
      case "\\operatorname" -> operator(item().replace(" ", ""));
      case "\\mathcal" -> {
        item();
        yield "the normal distribution";
      }
      case "\\mathrm", "\\text" -> item().replace(" ", "");
      case "\\binom", "\\tbinom" -> grouped(item()) + " choose " + grouped(item());
      default -> plain(token);
    };
  }

  private boolean hasIndex() { return next < tokens.size() && tokens.get(next).equals("_"); }

  private String plain(String token) {
    if (ACCENTS.containsKey(token)) return grouped(item()) + " " + ACCENTS.get(token);
    if (WORDS.containsKey(token)) return WORDS.get(token);
    if (token.matches("[0-9.]")) return number(token);
    if (token.matches("[a-zA-Z*]")) return token;
    throw new IllegalArgumentException("There are no words for " + token);
  }

  private String number(String first) {
    StringBuilder number = new StringBuilder(first);
    while (next < tokens.size() && tokens.get(next).matches("[0-9.]")) number.append(tokens.get(next++));
    return number.toString();
  }

  private String below() {
    String index = item();
    return index.contains("=") || index.contains("equals") ? "over " + index : "sub " + grouped(index);
  }

  private String raised() {
    String power = item();
    if (power.equals("2")) return "squared";
    return power.equals("transposed") || power.equals("*") ? power : "to the power " + power;
  }

  private static String fraction(String above, String below) {
    String derivative = WORDS.get("\\partial");
    if (above.startsWith(derivative) && below.startsWith(derivative))
      return above + " by " + below.substring(derivative.length() + 1);
    return grouped(above) + " over " + grouped(below);
  }

  /// What stands below an operator is what it goes over.
  private String over(String words, String alone) {
    if (!"_".equals(next < tokens.size() ? tokens.get(next) : "")) return alone;
    next++;
    return words + " over " + item() + " of";
  }

  private String operator(String name) {
    if (name.equals("argmin") && tokens.get(next++).equals("_")) return "the " + item() + " with the least";
    String words = name.equals("E") ? over("the mean", OPERATORS.get(name)) : OPERATORS.get(name);
    if (words == null) throw new IllegalArgumentException("There are no words for the operator " + name);
    return words;
  }

  /// Brackets around more than one thing keep it together.
  private static String grouped(String words) {
    return words.matches("\\S+|\\S+ (sub \\S+|prime|hat|tilde|mean|squared)") || words.isEmpty() ? words
        : "(" + words + ")";
  }
}

package dropoutlab.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The ways in which people write the ten digits, as strokes of a pen in a box of 100 x 100, with y pointing down.
final class DigitForms {
  /// The strokes of one way to write a digit. A stroke is the knots of a smooth curve, which is closed if the last knot
  /// is the first.
  record Form(List<double[][]> strokes) {}

  /// One line per digit and one string per form: knots "x y" separated by commas, strokes separated by bars.
  private static final String[][] WRITTEN = {
      {"50 0, 20 12, 5 50, 20 88, 50 100, 80 88, 95 50, 80 12, 50 0",
          "68 3, 35 5, 8 40, 12 80, 45 100, 82 85, 96 45, 82 10, 55 0, 42 10"},
      {"50 0, 50 100", "22 26, 55 0 | 55 0, 55 100", "25 22, 52 0 | 52 0, 52 100 | 20 100, 84 100"},
      {"8 26, 22 6, 52 0, 84 10, 88 34, 66 60, 34 82, 5 100 | 5 100, 96 100",
          "10 20, 45 0, 84 16, 78 50, 44 82, 14 96, 8 84, 26 80, 60 96, 98 90"},
      {"8 14, 42 0, 82 10, 82 34, 40 47 | 40 47, 84 56, 92 82, 52 100, 6 88",
          "8 0, 86 0 | 86 0, 44 40 | 44 40, 84 50, 92 78, 54 100, 6 90"},
      {"74 0, 4 68 | 4 68, 98 68 | 74 0, 74 100", "22 0, 6 56 | 6 56, 96 56 | 74 22, 68 100"},
      {"88 0, 22 0 | 22 0, 14 44 | 14 44, 50 36, 86 48, 92 74, 56 100, 6 90",
          "92 4, 24 0 | 24 0, 20 42, 60 42, 88 66, 68 94, 30 100, 6 90"},
      {"82 2, 48 12, 18 42, 6 72, 26 97, 62 98, 90 78, 78 54, 44 50, 10 72",
          "62 0, 26 30, 10 70, 34 100, 72 94, 84 68, 56 52, 14 70"},
      {"5 0, 95 0 | 95 0, 38 100", "6 4, 92 0 | 92 0, 58 44, 42 100 | 30 50, 82 50",
          "8 14, 12 0, 92 0 | 92 0, 56 50, 48 100"},
      {"82 14, 50 0, 18 12, 24 36, 52 50, 84 68, 80 92, 48 100, 14 90, 14 68, 46 50, 78 34, 82 14",
          "50 48, 18 34, 24 8, 50 0, 76 8, 82 34, 50 48 | 50 48, 8 66, 16 94, 50 100, 84 94, 92 66, 50 48"},
      {"86 22, 56 0, 18 10, 10 36, 36 52, 70 44, 86 22 | 86 22, 82 60, 66 100",
          "88 24, 54 0, 14 14, 16 44, 52 52, 88 24 | 88 24, 90 62, 68 94, 22 96"},
  };

  private static final List<List<Form>> FORMS =
      Arrays.stream(WRITTEN).map(forms -> Arrays.stream(forms).map(DigitForms::read).toList()).toList();

  private DigitForms() {}

  static List<Form> of(int digit) { return FORMS.get(digit); }

  /// Reads a form from its knots, written as above.
  static Form read(String form) {
    List<double[][]> strokes = new ArrayList<>();
    for (String stroke : form.split("\\|")) {
      String[] knots = stroke.strip().split(", ");
      double[][] read = new double[knots.length][];
      for (int k = 0; k < knots.length; k++)
        read[k] = Arrays.stream(knots[k].split(" ")).mapToDouble(Double::parseDouble).toArray();
      strokes.add(read);
    }
    return new Form(List.copyOf(strokes));
  }
}

package dropoutlab.data;

import dropoutlab.frame.Table;
import dropoutlab.math.RandomStream;
import java.util.Arrays;
import java.util.List;

/// Letters and signs that are no digits, written by the same hand as the drawn digits, in any size: what a network that
/// knows digits alone should be unsure of. Forms that a digit might have (O, S, Z, I, B) are not among them.
public final class ForeignGlyphs {
  /// A form a glyph: A, E, F, H, K, M, X, plus, question mark, star, triangle and arrow.
  private static final List<List<DigitForms.Form>> FORMS = read(
      "2 100, 50 0 | 50 0, 98 100 | 20 62, 80 62",
      "12 0, 12 100 | 12 0, 92 0 | 12 50, 78 50 | 12 100, 92 100",
      "12 0, 12 100 | 12 0, 92 0 | 12 48, 76 48",
      "8 0, 8 100 | 92 0, 92 100 | 8 50, 92 50",
      "12 0, 12 100 | 92 0, 12 54 | 40 38, 94 100",
      "2 100, 8 0 | 8 0, 50 64 | 50 64, 92 0 | 92 0, 98 100",
      "4 0, 96 100 | 96 0, 4 100",
      "50 14, 50 86 | 2 50, 98 50",
      "10 22, 40 0, 82 10, 84 36, 52 54, 50 72 | 50 94, 51 97",
      "50 2, 50 98 | 4 26, 96 74 | 96 26, 4 74",
      "50 4, 98 94 | 98 94, 2 94 | 2 94, 50 4",
      "50 0, 50 100 | 8 40, 50 0 | 50 0, 92 40");

  private ForeignGlyphs() {}

  private static List<List<DigitForms.Form>> read(String... forms) {
    return Arrays.stream(forms).map(form -> List.of(DigitForms.read(form))).toList();
  }

  public static int forms() { return FORMS.size(); }

  /// Glyphs dealt evenly among the forms: (count x pixels), grey from 0 (paper) to 1 (ink) in steps of 1/255, as images
  /// are in the user's unit.
  ///
  /// @param noise the sd of the Gaussian added to each pixel
  public static Table draw(ImageShape shape, int count, double noise, RandomStream random) {
    LabelDeal deal = new LabelDeal(FORMS.size());
    byte[][] images = new byte[count][];
    for (int i = 0; i < count; i++)
      images[i] = Handwriting.write(FORMS.get(deal.next(random)), shape, noise, random);
    return Table.generate(count, shape.pixels(), (image, pixel) -> (images[image][pixel] & 0xFF) / 255f);
  }
}

package dropoutlab.data;

import dropoutlab.frame.Matrix;
import dropoutlab.math.RandomStream;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.GeneratedSet;
import java.util.Arrays;
import java.util.List;

/// Glyphs written by the same hand as the drawn digits, in any size. A network that has never seen such glyphs should
/// be unsure about them.
///
/// Whether glyphs are foreign depends on the classes. The classes of an IDX file are known by number only, and may be
/// digits, letters or pieces of clothing.
public enum ForeignGlyphs {
  /// A, E, F, H, K, M, X, plus, question mark, star, triangle and arrow, for a network that knows digits only. Forms
  /// that a digit might have (O, S, Z, I, B) are left out.
  NO_DIGITS(
      "2 100, 50 0 | 50 0, 98 100 | 20 62, 80 62",
      "12 0, 12 100 | 12 0, 92 0 | 12 50, 78 50 | 12 100, 92 100",
      "12 0, 12 100 | 12 0, 92 0 | 12 48, 76 48",
      "8 0, 8 100 | 92 0, 92 100 | 8 50, 92 50",
      "12 0, 12 100 | 92 0, 12 54 | 40 38, 94 100",
      "2 100, 8 0 | 8 0, 50 64 | 50 64, 92 0 | 92 0, 98 100",
      "4 0, 96 100 | 96 0, 4 100",
      "50 14, 50 86 | 2 50, 98 50",
      Signs.QUESTION_MARK, Signs.STAR, Signs.TRIANGLE, Signs.ARROW),
  /// Signs that are neither digits nor letters, for images of which nothing else is known: question mark, star,
  /// triangle, arrow, hash, not-equal sign, root sign and heart.
  SIGNS(Signs.QUESTION_MARK, Signs.STAR, Signs.TRIANGLE, Signs.ARROW,
      "36 0, 26 100 | 74 0, 64 100 | 6 34, 98 34 | 2 68, 94 68",
      "8 36, 92 36 | 8 66, 92 66 | 74 6, 26 96",
      "2 58, 14 50 | 14 50, 34 98 | 34 98, 54 4 | 54 4, 100 4",
      "50 96, 10 50, 6 18, 28 4, 50 26 | 50 26, 72 4, 94 18, 90 50, 50 96");

  private interface Signs {
    String QUESTION_MARK = "10 22, 40 0, 82 10, 84 36, 52 54, 50 72 | 50 94, 51 97";
    String STAR = "50 2, 50 98 | 4 26, 96 74 | 96 26, 4 74";
    String TRIANGLE = "50 4, 98 94 | 98 94, 2 94 | 2 94, 50 4";
    String ARROW = "50 0, 50 100 | 8 40, 50 0 | 50 0, 92 40";
  }

  private final List<List<DigitForms.Form>> forms;

  ForeignGlyphs(String... written) {
    forms = Arrays.stream(written).map(form -> List.of(DigitForms.read(form))).toList();
  }

  /// Returns the glyphs that are foreign to the classes of these data.
  public static ForeignGlyphs to(DataSpec data) { return areDigits(data) ? NO_DIGITS : SIGNS; }

  /// Returns whether the data are known to be digits, which is true only of those that this program draws.
  public static boolean areDigits(DataSpec data) {
    return data instanceof DataSpec.Generated generated && generated.set() == GeneratedSet.DIGITS;
  }

  public int forms() { return forms.size(); }

  /// Draws glyphs, dealt evenly among the forms: (count x pixels), grey from 0 (paper) to 1 (ink) in steps of 1/255,
  /// which is the user's unit of images.
  ///
  /// @param noise the standard deviation of the Gaussian added to each pixel
  public Matrix draw(ImageShape shape, int count, double noise, RandomStream random) {
    LabelDeal deal = new LabelDeal(forms.size());
    byte[][] images = new byte[count][];
    for (int i = 0; i < count; i++)
      images[i] = Handwriting.write(forms.get(deal.next(random)), shape, noise, random);
    return Matrix.generate(count, shape.pixels(), (image, pixel) -> (images[image][pixel] & 0xFF) / 255f);
  }
}

package dropoutlab.figure.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.export.picture.Page;
import dropoutlab.export.picture.Purpose;
import dropoutlab.export.picture.Sheet;
import dropoutlab.export.picture.check.Check;
import dropoutlab.export.picture.check.Checks;
import dropoutlab.figure.RecordingPen.Text;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Theme;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The figures of all states of a sweep, on the page of every purpose and in the window. Oracle: where the texts are
/// drawn that the test's own pen records, and the checks that a person sees before a page is used.
class SweepSheetsTest {
  private static final String CAPTION =
      "Few noisy moons: 64 examples, noise 0.40. Network 2-64-64-1, ReLU, p from 0 to 0.9 on "
      + "both hidden layers; its twin has p = 0, the same first weights and batches. Seeds 1 to 40, 1200 epochs.";

  static Set<String> names() { return SweepGallery.figures().keySet(); }

  private static Figure figure(String name) { return SweepGallery.figures().get(name); }

  @ParameterizedTest @MethodSource("names") void wordsStayOnThePageAndApart(String name) {
    for (Purpose purpose : List.of(Purpose.SLIDE_WIDE, Purpose.SLIDE, Purpose.PAPER, Purpose.POSTER)) {
      Page page = Page.of(purpose);
      Sheet sheet = new Sheet(figure(name), page, purpose == Purpose.PAPER ? "" : CAPTION, "");
      RecordingPen pen = new RecordingPen();
      sheet.draw(pen);
      String where = name + " on " + purpose.id();
      assertThat(sheet.wordsPt()).as(where).isGreaterThan(.6 * page.wordsPt());
      requireRoom(where, pen.texts, sheet.width(), sheet.height());
    }
  }

  @ParameterizedTest @MethodSource("names") void wordsStayApartInTheWindow(String name) {
    for (double[] size : new double[][] {{700, 620}, {640, 420}, {900, 700}, {520, 330}, {400, 260}, {360, 200}, {260,
        160},
        {120, 80}, {60, 40}}) {
      RecordingPen pen = new RecordingPen();
      figure(name).draw(pen, size[0], size[1], Theme.LIGHT);
      requireRoom(name + " at " + size[0] + " x " + size[1], pen.texts, size[0], size[1]);
    }
  }

  private static void requireRoom(String where, List<Text> texts, double width, double height) {
    for (int i = 0; i < texts.size(); i++) {
      Text text = texts.get(i);
      boolean inside = text.left() >= -.5 && text.top() >= -.5 && text.right() <= width + .5
          && text.bottom() <= height + 1;
      assertThat(inside).as("%s: %s leaves %s x %s", where, text, width, height).isTrue();
      for (Text other : texts.subList(0, i)) {
        double wide = Math.min(text.right(), other.right()) - Math.max(text.left(), other.left());
        double high = Math.min(text.bottom(), other.bottom()) - Math.max(text.top(), other.top());
        assertThat(Math.min(wide, high)).as("%s: %s and %s", where, text, other).isLessThan(.3);
      }
    }
  }

  @ParameterizedTest @MethodSource("names") void everySlidePassesItsChecks(String name) {
    for (Theme theme : Theme.ALL) {
      List<Check> checks = Checks.of(new Sheet(figure(name), Page.of(Purpose.SLIDE_WIDE).withTheme(theme), CAPTION,
          ""));
      for (Check check : checks)
        assertThat(check.passes()).as("%s, %s: %s", name, theme.name(), check.sentence()).isTrue();
    }
  }
}

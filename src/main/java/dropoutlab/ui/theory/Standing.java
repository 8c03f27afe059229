package dropoutlab.ui.theory;

import dropoutlab.claim.Reading;
import dropoutlab.figure.theory.VerdictGlyph;
import dropoutlab.frame.bench.Findings;
import dropoutlab.ui.theory.BenchState.Progress;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;

/// How a bench stands, in a glyph and a few words.
///
/// @param share of a computation that is done; NaN for none
/// @param brief beside its name in the list
/// @param title in the frame beside the claim
record Standing(VerdictGlyph glyph, double share, String brief, String title) {
  private static final int DECIMALS = 7;

  static Standing of(BenchState at) {
    if (at.asks()) return new Standing(VerdictGlyph.YOUR_TURN, Double.NaN, "", Words.of("theory.your_turn"));
    return switch (at.progress()) {
      case Progress.Computing(double share) when at.findings().isEmpty() || share > 0 ->
          new Standing(at.glyph(), share, Shown.percent(share), Words.of("theory.computing", Shown.percent(share)));
      case Progress.Stopped _ -> alike(at, Words.of("theory.stopped"));
      case Progress.Failed _ -> alike(at, Words.of("theory.failed"));
      case Progress.Unknown _ -> alike(at, "");
      case Progress.Computing _, Progress.Found _ -> found(at.findings().orElseThrow());
    };
  }

  private static Standing alike(BenchState at, String words) { return new Standing(at.glyph(), Double.NaN, words, words); }

  private static Standing found(Findings findings) {
    VerdictGlyph glyph = VerdictGlyph.of(BenchState.verdict(findings));
    Reading reading = Reading.of(findings.headline(), DECIMALS);
    String brief = glyph == VerdictGlyph.MOVING ? Words.of("theory.moving") : reading.brief();
    return new Standing(glyph, Double.NaN, brief,
        Words.of("theory.pill", Reading.title(BenchState.verdict(findings)), reading.brief()));
  }

  String spoken(String name) { return Words.of("theory.rail.spoken", name, title); }
}

package dropoutlab.frame.bench;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Viewport;
import java.util.List;

/// What the benches of the group uncertainty want drawn.
public sealed interface UncertaintyPicture extends Picture {
  /// Networks that were trained on targets drawn again and again, and what each says at one place.
  ///
  /// @param truth    what is true there
  /// @param curve    (rates x 3) exact: drop rate, squared bias, variance
  /// @param measured the same of the engine
  record Sheaf(double p, double truth, Side own, Side twin, Matrix curve,
      Matrix measured) implements UncertaintyPicture {
    /// The networks of one drop rate.
    ///
    /// @param mean,variance exact
    /// @param measured      the engine's variance
    /// @param said          (1 x networks) the engine's predictions
    public record Side(double mean, double variance, double measured, Matrix said) {}
  }

  /// What passes and posterior spread at one place as examples become more.
  ///
  /// @param now       the chosen row of the tables
  /// @param truth     what is true there
  /// @param bands     (numbers of examples x 6): their number, the mean of the passes, their exact and their measured
  ///                  standard deviation, that of the posterior, its mean
  /// @param shares    (numbers of examples x inputs) what each weight contributes to the variance of the passes
  /// @param most,step of the standard deviations that a person draws
  record Growth(double p, int now, int passes, double truth, Matrix bands, Matrix shares, double most, double step)
      implements UncertaintyPicture {
    public double examples(int row) { return bands.at(row, 0); }

    public double mean(int row) { return bands.at(row, 1); }

    public double exact(int row) { return bands.at(row, 2); }

    public double measured(int row) { return bands.at(row, 3); }

    public double posterior(int row) { return bands.at(row, 4); }

    public double posteriorMean(int row) { return bands.at(row, 5); }
  }

  /// Dropout's two spikes of a weight, and the posterior that it stands for.
  ///
  /// @param mean      of both
  /// @param kept      where the second spike stands
  /// @param densities (places x 4) weight, posterior, prior, spikes
  /// @param byNumber  (numbers of values x 3) their number, the variance of the passes and of the posterior
  /// @param byWidth   (widths x 2) the width of the spikes, and their divergence from the prior
  record Spikes(double p, int seen, double width, double mean, double kept, double posterior, double exact,
      Engine engine,
                Matrix densities, Matrix byNumber, Matrix byWidth) implements UncertaintyPicture {
    /// What the passes gave.
    ///
    /// @param dropped    how many of them said 0
    /// @param divergence with the share of them that this is
    public record Engine(int passes, int dropped, double variance, double divergence) {}
  }

  /// Where a label would tell most about which thinned network is right: over all of them, and over a few passes.
  ///
  /// @param window   what the maps show, in columns x rows cells
  /// @param cross    (x, y)
  /// @param exact,drawn (cells x 1) the information in nats, rows from the bottom
  /// @param points   (examples x 3) x, y and class, those asked for last
  /// @param labels   how many of them were asked for
  /// @param byPasses (numbers of passes x 5): T, what it gives on average, the same to first order, the engine's
  ///                 average and its standard error
  /// @param outputs  (bins x 2) what all thinned networks say at the cross, and what the passes say
  record Asking(int passes, Viewport window, int columns, int rows, List<Double> cross, Matrix exact, Matrix drawn,
      Matrix points,
                int labels, AtCross at, Matrix byPasses, Matrix outputs) implements UncertaintyPicture {
    public Asking { cross = List.copyOf(cross); }

    /// Information at the cross.
    ///
    /// @param exact    over all thinned networks
    /// @param said     over the passes
    /// @param expected what so many passes give on average
    /// @param before   exact, before labels were asked for
    public record AtCross(double exact, double said, double expected, double before) {}
  }
}

package dropoutlab.frame;

import java.util.List;
import java.util.Optional;

/// The evidence of the view of maps: why neighbours matter, what was really dropped, what kept neighbours give away.
///
/// @param examples the rows of the training set whose predictions are told, in the order of [Of#unmasked]
/// @param b        empty if no network is compared
public record MapsEvidence(List<Integer> examples, Of a, Optional<Of> b) implements Evidence {
  public MapsEvidence { examples = List.copyOf(examples); }

  /// What was measured in one network.
  ///
  /// @param places   the layers that can drop
  /// @param sources  the layers that make values, in the order of the data
  /// @param unmasked (examples x classes): the probabilities with masks off; one column of numbers for regression
  public record Of(List<Place> places, List<Source> sources, Matrix unmasked) {
    public Of {
      places = List.copyOf(places);
      sources = List.copyOf(sources);
    }

    /// Returns what was measured at the layer with that number.
    public Optional<Place> at(int layer) { return places.stream().filter(place -> place.layer() == layer).findFirst(); }
  }

  /// A layer that can drop. Lists are empty where nothing was drawn, and those of correlations for a vector of units.
  ///
  /// @param layer    its number in the body from 0; the columns of the dense part count on behind it
  /// @param values   the correlations of values that are 0, 1, 2, ... places apart
  /// @param masks    the correlations of their masks
  /// @param nominal  p
  /// @param expected the mean share that the method drops by its closed form
  /// @param shares   the share that was dropped of each example
  /// @param givenAway the R² of dropped values, guessed from their kept neighbours
  /// @param singly   the same if single values were dropped with the rate p
  public record Place(int layer, List<Double> values, List<Double> masks, double nominal, double expected,
                      List<Double> shares, double givenAway, double singly) {
    public Place {
      values = List.copyOf(values);
      masks = List.copyOf(masks);
      shares = List.copyOf(shares);
    }

    /// Returns the mean share of the batch.
    public double measured() { return shares.stream().mapToDouble(Double::doubleValue).average().orElse(0); }
  }

  /// A layer that makes values.
  ///
  /// @param layer its number, as above
  /// @param alike the R² of a value, guessed from one other: a neighbour in a map, or any other unit of a vector
  public record Source(int layer, double alike) {}
}

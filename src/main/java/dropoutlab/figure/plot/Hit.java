package dropoutlab.figure.plot;

import java.util.List;

/// What lies under the pointer. `text` is what a tooltip says: lines with numbers and units.
public sealed interface Hit {
  String text();

  /// A unit of a layer (0 is the input), for the chosen example.
  record Unit(int layer, int unit, String text) implements Hit {}

  record Edge(int layer, int from, int to, String text) implements Hit {}

  /// A stage of the body, by its number from 0.
  record Layer(int stage, String text) implements Hit {}

  /// A place of dropout of the network, by its number from 0.
  record Site(int site, String text) implements Hit {}

  /// A value of the shown example at a place of dropout, by its index in the example's row there.
  record Cell(int site, int index, String text) implements Hit {}

  /// One head of an attention layer, from 0.
  record Head(int head, String text) implements Hit {}

  /// A cell of the mask raster.
  record MaskCell(int layer, int example, int unit, String text) implements Hit {}

  /// A position along the loss curves.
  record Epoch(int epoch, String text) implements Hit {}

  /// A point of a map or plot in the user's units.
  record Place(double xData, double yData, String text) implements Hit {}

  /// The first or the last of the training inputs: where the data end. Dragging it asks for other data.
  ///
  /// @param upper whether it is the last
  /// @param xData where the pointer is, in the user's units
  record DataEdge(boolean upper, double xData, String text) implements Hit {}

  /// A thinned network, by the number of its pass from 0.
  record Pass(int pass, String text) implements Hit {}

  /// A number that is written in the figure and is one of a control's values: dragging it sideways changes it.
  record Number(String control, int index, String text) implements Hit {}

  /// A place that sets a control: pressing it there gives the control these values.
  record Setting(String control, List<Double> values, String text) implements Hit {
    public Setting { values = List.copyOf(values); }
  }

  /// A place that sets one number of a person's guess.
  record Guess(int index, double value, String text) implements Hit {}

  /// One of many alike, by its number from 0, which the figure enlarges while it is pointed at.
  record Item(int index, String text) implements Hit {}

  /// A run of a sweep.
  ///
  /// @param point the number of its point
  /// @param seed  the index of its seed, -1 for the point with all its seeds
  record Run(int point, int seed, String text) implements Hit {}
}

/// What every figure is made of: the pen, scales, axes, series, legends, palettes. Nothing here knows a network.
/// Start reading at [dropoutlab.figure.plot.Figure].
package dropoutlab.figure.plot;


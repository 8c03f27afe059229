/// Figures of a sweep: every seed a dot over its value, the difference to its partner, the raster of runs, one value
/// against its twin. Start reading at [dropoutlab.figure.sweep.SweepFigure].
package dropoutlab.figure.sweep;

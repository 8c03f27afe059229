package dropoutlab.figure.sweep;

import dropoutlab.frame.sweep.SweepTable;

/// The raster of runs: rows are values, columns seeds, blocks tasks.
public record RunsFigure(SweepTable table, SweepLook look) {}

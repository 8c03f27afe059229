package dropoutlab.figure.sweep;

import dropoutlab.predict.sweep.SweepStatistics;

/// One value against its partner, each seed a dot.
public record PairFigure(SweepStatistics statistics, SweepLook look) {}

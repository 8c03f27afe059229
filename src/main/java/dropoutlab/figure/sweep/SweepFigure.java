package dropoutlab.figure.sweep;

import dropoutlab.predict.sweep.SweepStatistics;

/// Each seed a dot over its value, the median and the middle half beside it; below, the difference to the own partner.
public record SweepFigure(SweepStatistics statistics, SweepLook look) {}

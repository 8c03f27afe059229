/// How good predictions and their uncertainties are: calibration, coverage, sparsification, separation, the critics'
/// bench. Start reading at [dropoutlab.figure.quality.CalibrationFigure].
package dropoutlab.figure.quality;


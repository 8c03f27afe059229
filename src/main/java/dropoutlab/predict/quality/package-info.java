/// The quality of predictions on data with known targets: scores, calibration, coverage and sparsification. Start
/// reading at [dropoutlab.predict.quality.Qualities].
package dropoutlab.predict.quality;


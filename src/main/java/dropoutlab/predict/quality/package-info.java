/// How good predictions are on data with known targets: scores, calibration, coverage, sparsification. Start reading
/// at [dropoutlab.predict.quality.Qualities].
package dropoutlab.predict.quality;

/// What a sweep says: medians with the middle half of the seeds, paired differences with exact intervals, tests, and
/// the finding in words. Nothing here draws random numbers. Start reading at
/// [dropoutlab.predict.sweep.SweepStatistics].
package dropoutlab.predict.sweep;

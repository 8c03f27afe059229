/// What a sweep asks: an experiment, the axes along which it is changed, the seeds that each value gets, and with what
/// each run is paired. Nothing here trains or reads results. Start reading at [dropoutlab.spec.sweep.Sweep].
package dropoutlab.spec.sweep;

/// What became of the runs of a sweep, as the outer floors may look at it. Start reading at
/// [dropoutlab.frame.sweep.SweepTable].
package dropoutlab.frame.sweep;

/// The Sweep workspace: many runs of one experiment, each seed a dot. A plan on the left, what the runs say in the
/// centre,
/// where they went on the right. [dropoutlab.ui.sweep.SweepState] is what all parts show; start reading there.
package dropoutlab.ui.sweep;

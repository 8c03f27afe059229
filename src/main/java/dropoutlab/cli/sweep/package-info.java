/// The commands of sweeps: plan one into a folder, run it here or on a cluster, and read what came out. None of them loads
/// JavaFX. Start reading at [dropoutlab.cli.sweep.SweepCommand].
package dropoutlab.cli.sweep;

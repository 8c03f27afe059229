/// Snapshots for the window, the command line and the export: immutable records of the engine's state, of the queries
/// that it was asked and of their results. No record exposes an array. Start reading at [dropoutlab.frame.Frame].
package dropoutlab.frame;


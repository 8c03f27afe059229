/// Layers that carry a state through time, and their dropout: variational, per step, on the candidate, and zoneout.
/// Start reading at [dropoutlab.nn.recurrent.Recurrent].
package dropoutlab.nn.recurrent;


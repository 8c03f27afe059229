/// An experiment as it was asked for: immutable records, their checks, their defaults and their JSON form. Nothing here
/// computes. Start reading at [dropoutlab.spec.Experiment].
package dropoutlab.spec;


/// Data sets: those that are made, tables and images that are read from files, how they are split and standardised.
/// Start reading at [dropoutlab.data.DataSets].
package dropoutlab.data;

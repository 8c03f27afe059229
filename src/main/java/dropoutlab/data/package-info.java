/// Data sets: those that are made by code, and the tables and images that are read from files; how they are split and
/// standardised. Start reading at [dropoutlab.data.DataSets].
package dropoutlab.data;


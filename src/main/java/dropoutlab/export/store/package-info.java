/// What is kept on disk between two starts of the program: saved runs, what a process leaves for the next one to
/// recover, and settings; and what leaves it in other forms, trained weights for NumPy and share codes. Nothing of it
/// is ever half-written, and what is read is checked before it is believed. Start reading at
/// [dropoutlab.export.store.RunFile].
package dropoutlab.export.store;

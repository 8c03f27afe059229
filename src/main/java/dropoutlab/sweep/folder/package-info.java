/// The files of a sweep's folder: how each is written by one writer, and read by many while it grows. Start reading at
/// [dropoutlab.sweep.folder.Layout].
package dropoutlab.sweep.folder;

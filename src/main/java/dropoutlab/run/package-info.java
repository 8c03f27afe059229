/// The threads: the loop that trains, the background workers, and the commands and mailboxes between them and the
/// window. Start reading at [dropoutlab.run.Lab].
package dropoutlab.run;


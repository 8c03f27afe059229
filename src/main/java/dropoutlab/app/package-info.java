/// The entry point: opens the window, or hands over to the command line.
package dropoutlab.app;


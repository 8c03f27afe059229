/// The window around the workspaces: bars, menus, themes, keys. Start reading at [dropoutlab.ui.shell.MainWindow].
package dropoutlab.ui.shell;


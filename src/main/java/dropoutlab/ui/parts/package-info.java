/// Controls that several workspaces share.
package dropoutlab.ui.parts;


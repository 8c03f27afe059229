/// The Theory workspace: claims about dropout, each computed both ways while a person looks. Start reading at
/// [dropoutlab.ui.theory.TheoryWorkspace].
package dropoutlab.ui.theory;

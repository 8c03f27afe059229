/// An experiment as a script for PyTorch, to go on with in Python. The classes and the frame of the script are Python files
/// in `assets/python`. Start reading at [dropoutlab.export.python.PythonScript].
package dropoutlab.export.python;

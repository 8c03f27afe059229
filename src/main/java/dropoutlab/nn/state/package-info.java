/// What a training remembers from one step to the next, so that it can be saved and goes on later. Start reading at
/// [dropoutlab.nn.state.State].
package dropoutlab.nn.state;

"""Writes the numbers that the layers of a network's body are compared with: convolution, pooling, batch and layer
normalisation, and dropout of whole maps and features, computed by PyTorch.

Run from the repository's root, see parity.py for what it needs:

    /usr/bin/python3 src/test/python/parity_spatial.py

It overwrites src/test/resources/parity/spatial.json. The committed numbers were made with PyTorch 1.13.0a0.

A case is a layer, its parameters in the engine's layout, and batches one after the other: for each the output, and for
the gradient dOut by the output the gradients by the input and by each parameter. Images are rows of maps x rows x cols,
sequences rows of steps x features; PyTorch has features before steps. Kernels are (maps k k x new maps). Masks of dropout
are given for each map or feature.
"""

import json
import pathlib

import torch
import torch.nn.functional as F

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "parity"
torch.set_default_dtype(torch.float64)
torch.manual_seed(20260102)


def singles(*shape, scale=1.0):
    """Normal random numbers that single precision holds exactly."""
    return (scale * torch.randn(*shape)).float().double()


def rounded(tensor):
    """Nine digits tell all single-precision numbers apart."""
    return [[float("%.9g" % v) for v in row] for row in tensor.detach().reshape(tensor.shape[0], -1).tolist()]


def row(tensor):
    return rounded(tensor.reshape(1, -1))


def as_is(tensor):
    return tensor


def batch(layer, x, parameters, form=as_is, mode="TRAIN", masks=None):
    """`form` brings a tensor of PyTorch's, and a gradient, into the engine's layout."""
    x.requires_grad_()
    for parameter, _ in parameters:
        parameter.grad = None
    y = layer(x)
    d_out = singles(*y.shape)
    y.backward(d_out)
    written = {"mode": mode, "x": rounded(form(x)), "y": rounded(form(y)), "dOut": rounded(form(d_out)),
               "dx": rounded(form(x.grad)), "gradients": [ours(p.grad) for p, ours in parameters]}
    if masks:
        written["masks"] = rounded(masks(x, y))
    return written


def case(name, spec, shape, parameters, batches, buffers=()):
    return {"name": name, "layer": spec, "shape": shape, "parameters": [ours(p) for p, ours in parameters],
            "batches": batches, "buffers": [row(b) for b in buffers]}


def conv(n, shape, maps, kernel, stride, padding):
    w = singles(maps, shape[0], kernel, kernel, scale=0.4).requires_grad_()
    b = singles(maps, scale=0.3).requires_grad_()
    parameters = [(w, lambda t: rounded(t.reshape(maps, -1).T)), (b, row)]
    spec = {"type": "conv2d", "maps": maps, "kernel": kernel, "stride": stride, "padding": padding}
    return case("%d %s %s" % (n, shape, spec), spec, shape, parameters,
                [batch(lambda x: F.conv2d(x, w, b, stride, padding), singles(n, *shape), parameters)])


def pool(kind, n, shape, size, stride):
    function = F.max_pool2d if kind == "MAX" else F.avg_pool2d
    spec = {"type": "pool", "kind": kind, "size": size, "stride": stride}
    return case("%s %s" % (shape, spec), spec, shape, [],
                [batch(lambda x: function(x, size, stride), singles(n, *shape), [])])


def batch_norm(name, shape, module, torch_shape, form=as_is, momentum=0.1, epsilon=1e-5):
    """Three batches in training, the last of another size, then one in evaluation."""
    module.weight.data = singles(*module.weight.shape)
    module.bias.data = singles(*module.bias.shape)
    parameters = [(module.weight, row), (module.bias, row)]
    batches = [batch(module, 3 + 2 * singles(n, *torch_shape), parameters, form) for n in (5, 5, 2)]
    module.eval()
    batches.append(batch(module, 3 + 2 * singles(4, *torch_shape), parameters, form, "INFERENCE"))
    spec = {"type": "batch-norm", "epsilon": epsilon, "momentum": momentum}
    return case(name, spec, shape, parameters, batches, (module.running_mean, module.running_var))


def layer_norm(shape, normalised, epsilon=1e-5):
    module = torch.nn.LayerNorm(normalised, eps=epsilon)
    module.weight.data = singles(*module.weight.shape)
    module.bias.data = singles(*module.bias.shape)
    parameters = [(module.weight, row), (module.bias, row)]
    spec = {"type": "layer-norm", "epsilon": epsilon}
    return case("%s %s" % (shape, spec), spec, shape, parameters,
                [batch(module, 1 + 2 * singles(4, *shape), parameters)])


def steps_first(t):
    return t.transpose(1, 2)


def dropout(p, shape, module, torch_shape, form=as_is):
    """The mask is read off the output, a value a map or feature."""
    spec = {"type": "spatial-dropout", "p": p}
    first = lambda x, y: (y / x).reshape(*y.shape[:2], -1)[:, :, 0]
    return case("%s %s" % (shape, spec), spec, shape, [],
                [batch(module, singles(6, *torch_shape), [], form, masks=first)])


CASES = [
    conv(2, [1, 5, 5], 3, 3, 1, 1),
    conv(3, [2, 6, 5], 4, 3, 1, 0),
    conv(2, [3, 7, 6], 2, 3, 2, 1),
    conv(2, [2, 8, 9], 3, 5, 3, 2),
    conv(2, [2, 4, 4], 3, 1, 1, 0),
    conv(2, [1, 4, 5], 2, 2, 2, 3),
    conv(1, [2, 3, 3], 2, 3, 1, 0),
    pool("MAX", 2, [3, 6, 6], 2, 2),
    pool("MAX", 2, [2, 7, 5], 3, 2),
    pool("MAX", 1, [1, 5, 7], 2, 3),
    pool("AVERAGE", 2, [3, 6, 6], 2, 2),
    pool("AVERAGE", 2, [2, 7, 5], 3, 1),
    batch_norm("batch norm of maps", [3, 4, 3], torch.nn.BatchNorm2d(3), [3, 4, 3]),
    batch_norm("batch norm of a vector", [1, 1, 6], torch.nn.BatchNorm1d(6, eps=1e-3, momentum=0.4), [6],
               momentum=0.4, epsilon=1e-3),
    batch_norm("batch norm of a sequence", [1, 5, 3], torch.nn.BatchNorm1d(3), [3, 5], steps_first),
    layer_norm([1, 1, 7], [7]),
    layer_norm([1, 4, 5], [5], 1e-3),
    layer_norm([2, 3, 4], [2, 3, 4]),
    dropout(0.4, [5, 3, 2], torch.nn.Dropout2d(0.4), [5, 3, 2]),
    dropout(0.5, [1, 3, 6], torch.nn.Dropout1d(0.5), [6, 3], steps_first),
]

OUT.mkdir(parents=True, exist_ok=True)
text = ",\n".join(json.dumps(each, separators=(",", ":")) for each in CASES)
(OUT / "spatial.json").write_text("[\n" + text + "\n]\n")

"""Writes the numbers that attention and the encoder block are compared with, computed by PyTorch.

Run from the repository's root, see parity.py for what it needs:

    /usr/bin/python3 src/test/python/parity_attention.py

It overwrites src/test/resources/parity/attention.json. The committed numbers were made with PyTorch 1.13.0a0.

A case is a layer in training, its parameters in the engine's layout (weights are in x units), the input, the output,
the gradient dOut by the output, and the gradients by the input and by each parameter. Sequences are rows of steps x
features. The masks are given: PyTorch's own dropout is replaced by a product with them, in the order in which its
layers ask for it. A row of a mask belongs to an example; the attention weights' is heads x steps x steps. They hold 0
or 1 / (1 - p).
"""

import json
import pathlib

import torch
import torch.nn.functional as F

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "parity"
torch.set_default_dtype(torch.float64)
torch.manual_seed(20260103)
BATCH = 3


def singles(*shape, scale=1.0):
    """Normal random numbers that single precision holds exactly."""
    return (scale * torch.randn(*shape)).float().double()


def rounded(tensor, rows):
    """Nine digits tell all single-precision numbers apart."""
    return [[float("%.9g" % v) for v in row] for row in tensor.detach().reshape(rows, -1).tolist()]


def engine(parameter):
    """A weight is transposed, a vector becomes a row."""
    return rounded(parameter.t(), parameter.shape[1]) if parameter.dim() == 2 else rounded(parameter, 1)


def mask(p, width):
    return (torch.rand(BATCH, width) >= p).double() / (1 - p)


def case(name, spec, steps, width, module, apply, masks):
    parameters = order(module)
    with torch.no_grad():
        for parameter in parameters:
            scale = parameter.shape[-1] ** -0.5 if parameter.dim() > 1 else 0.5
            parameter.copy_(singles(*parameter.shape, scale=scale))
    x, d_out = singles(BATCH, steps, width).requires_grad_(), singles(BATCH, steps, width)
    waiting = list(masks)
    plain = F.dropout
    F.dropout = lambda value, p=0.5, training=True, inplace=False: value * waiting.pop(0).reshape(value.shape)
    y = apply(module, x)
    F.dropout = plain
    assert not waiting
    y.backward(d_out)
    return {"name": name, "layer": spec, "steps": steps, "width": width, "parameters": [engine(p) for p in parameters],
            "x": rounded(x, BATCH), "y": rounded(y, BATCH), "dOut": rounded(d_out, BATCH), "dx": rounded(x.grad, BATCH),
            "gradients": [engine(p.grad) for p in parameters], "masks": [rounded(m, BATCH) for m in masks]}


def order(module):
    """The parameters in the engine's order."""
    if isinstance(module, torch.nn.MultiheadAttention):
        return [module.in_proj_weight, module.in_proj_bias, module.out_proj.weight, module.out_proj.bias]
    parts = [module.norm1, module.linear1, module.linear2, module.norm2]
    return order(module.self_attn) + [each for part in parts for each in (part.weight, part.bias)]


def attention(name, steps, width, heads, p):
    module = torch.nn.MultiheadAttention(width, heads, dropout=p, batch_first=True)
    masks = [mask(p, heads * steps * steps)] if p else []
    return case(name, {"type": "attention", "heads": heads, "drop": p}, steps, width, module,
                lambda m, x: m(x, x, x, need_weights=False)[0], masks)


def encoder(name, steps, width, heads, feed, p_attention, p_feed, p_residual, norm="POST"):
    module = torch.nn.TransformerEncoderLayer(width, heads, feed, dropout=p_residual, batch_first=True,
                                              norm_first=norm == "PRE")
    module.self_attn.dropout = p_attention
    masks = [mask(p_attention, heads * steps * steps)] if p_attention else []
    masks += [mask(p_residual, steps * width), mask(p_feed, steps * feed), mask(p_residual, steps * width)]
    spec = {"type": "encoder", "heads": heads, "feedForward": feed, "attentionDrop": p_attention,
            "feedForwardDrop": p_feed, "residualDrop": p_residual, "layerDrop": 0.0, "norm": norm}
    return case(name, spec, steps, width, module, lambda m, x: m(x), masks)


cases = [
    attention("one head", 4, 3, 1, 0.0),
    attention("four heads", 5, 8, 4, 0.0),
    attention("two heads, dropout", 5, 6, 2, 0.3),
    encoder("encoder", 5, 8, 4, 12, 0.0, 0.0, 0.0),
    encoder("encoder, one rate", 6, 8, 2, 10, 0.1, 0.1, 0.1),
    encoder("encoder, three rates", 4, 6, 3, 9, 0.5, 0.4, 0.2),
    encoder("encoder, pre-norm", 5, 8, 4, 12, 0.0, 0.0, 0.0, "PRE"),
    encoder("encoder, pre-norm, three rates", 4, 6, 3, 9, 0.5, 0.4, 0.2, "PRE"),
]
OUT.mkdir(parents=True, exist_ok=True)
(OUT / "attention.json").write_text(
    "[\n" + ",\n".join(json.dumps(each, separators=(",", ":")) for each in cases) + "\n]\n")

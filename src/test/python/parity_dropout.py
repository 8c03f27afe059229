"""Writes what the dropout layers are compared with: PyTorch's dropout, alpha dropout and feature alpha dropout.

Run from the repository's root:

    apt-get install python3-torch libopenblas0-pthread
    /usr/bin/python3 src/test/python/parity_dropout.py

It overwrites src/test/resources/parity/dropout.json. The committed numbers were made with PyTorch 1.13.0a0 (Debian 12,
python3-torch 1.13.1+dfsg-4), in double precision on single-precision inputs.

PyTorch draws the mask; it is read off the input gradient and written as `kept`, 1 or 0. `shape` is maps, rows, cols of an
example; a row of `x` holds them in this order. PyTorch's `training=False` stands in `inference`.
"""

import json
import pathlib

import torch
import torch.nn.functional as F

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "parity"
torch.set_default_dtype(torch.float64)
torch.manual_seed(20260202)


def rows(tensor):
    """Nine digits tell all single-precision numbers apart."""
    return [[float("%.9g" % v) for v in row] for row in tensor.detach().reshape(tensor.shape[0], -1).tolist()]


def case(name, method, function, p, batch, shape):
    x = torch.randn(batch, *shape).float().double().requires_grad_()
    d_out = torch.randn(batch, *shape).float().double()
    y = function(x, p, True)
    y.backward(d_out)
    return {"name": name, "method": method, "p": p, "shape": [1] * (3 - len(shape)) + list(shape), "x": rows(x),
            "dOut": rows(d_out), "kept": rows((x.grad != 0).double()), "y": rows(y), "dx": rows(x.grad),
            "inference": rows(function(x, p, False))}


ALPHA, FEATURE = {"type": "alpha", "maps": False}, {"type": "alpha", "maps": True}
CASES = ([case("dropout %g" % p, {"type": "inverted"}, F.dropout, p, 6, (7,)) for p in (0.1, 0.5, 0.8)]
         + [case("alpha dropout %g" % p, ALPHA, F.alpha_dropout, p, 6, (7,)) for p in (0.05, 0.1, 0.5, 0.9)]
         + [case("feature alpha dropout %g" % p, FEATURE, F.feature_alpha_dropout, p, 6, (4, 2, 3)) for p in (0.2, 0.5)])

OUT.mkdir(parents=True, exist_ok=True)
text = ",\n".join(json.dumps(each, separators=(",", ":")) for each in CASES)
(OUT / "dropout.json").write_text("[\n" + text + "\n]\n")

"""Writes the numbers that the recurrent layers and the embedding are compared with, computed by PyTorch.

Run from the repository's root:

    apt-get install python3-torch libopenblas0-pthread
    /usr/bin/python3 src/test/python/parity_recurrent.py

It overwrites src/test/resources/parity/recurrent.json. The committed numbers were made with PyTorch 1.13.0a0 (Debian 12,
python3-torch 1.13.1+dfsg-4).

Inputs are single-precision numbers; PyTorch computes with them in double precision. Weights are written in the engine's
layout, (in x gates units), the transpose of PyTorch's; sequences are a row an example, one step after the other.
"""

import json
import pathlib

import torch

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "parity"
torch.set_default_dtype(torch.float64)
torch.manual_seed(20260102)


def singles(*shape, scale=1.0):
    """Normal random numbers that single precision holds exactly."""
    return (scale * torch.randn(*shape)).float().double()


def rounded(tensor):
    """Nine digits tell all single-precision numbers apart; a row an example."""
    return [[float("%.9g" % v) for v in row] for row in tensor.detach().reshape(tensor.shape[0], -1).tolist()]


def recurrent(cell, make, last, batch=4, steps=6, width=3, units=5):
    module = make(width, units, batch_first=True)
    for p in module.parameters():
        p.data = singles(*p.shape, scale=0.5)
    x = singles(batch, steps, width, scale=1.5).requires_grad_()
    y = module(x)[0]
    y = y[:, -1] if last else y
    d_out = singles(*y.shape)
    y.backward(d_out)
    parameters = [module.weight_ih_l0, module.weight_hh_l0, module.bias_ih_l0, module.bias_hh_l0]
    engine = lambda t: t.t() if t.dim() == 2 else t.reshape(1, -1)
    return {"cell": cell, "last": last, "steps": steps, "x": rounded(x), "dOut": rounded(d_out), "y": rounded(y),
            "dx": rounded(x.grad), "parameters": [rounded(engine(p)) for p in parameters],
            "gradients": [rounded(engine(p.grad)) for p in parameters]}


def embedding(words=7, width=3):
    table = torch.nn.Embedding(words, width)
    table.weight.data = singles(words, width)
    x = torch.tensor([[0, 3, 3, 6], [5, 1, 3, 0], [2, 2, 2, 2]])
    y = table(x)
    d_out = singles(*y.shape)
    y.backward(d_out)
    return {"cell": None, "last": False, "steps": 4, "x": rounded(x.double()), "dOut": rounded(d_out), "y": rounded(y),
            "dx": rounded(torch.zeros(3, 4)), "parameters": [rounded(table.weight)],
            "gradients": [rounded(table.weight.grad)]}


cases = [recurrent(cell, make, last)
         for cell, make in (("RNN", torch.nn.RNN), ("LSTM", torch.nn.LSTM), ("GRU", torch.nn.GRU))
         for last in (False, True)] + [embedding()]
OUT.mkdir(parents=True, exist_ok=True)
(OUT / "recurrent.json").write_text(
    "[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "\n]\n")

"""Writes what the bench of k masks a step is compared with: gradients of linear regression under every mask of dropout on
its inputs, by numpy.

Run from the repository's root:

    python3 src/test/python/claims_kmasks.py

It overwrites src/test/resources/claims/kmasks.json. The committed numbers were made with numpy 2.4.6.

`noise` is the trace of the covariance of the gradient of one mask, `noise2` that of the mean of two, enumerated over all
pairs, and `spread2` the variance of its squared distance from the mean. `directions` is the mean of (1 - cos) / 2 over all
pairs of masks whose gradients are not 0.
"""

import itertools
import json
import pathlib

import numpy as np

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "claims"


def case(x, y, w, p):
    x, y, w = np.array(x, float), np.array(y, float), np.array(w, float)
    gradients, chances = [], []
    for bits in itertools.product((0, 1), repeat=x.size):
        masked = np.array(bits).reshape(x.shape) / (1 - p) * x
        gradients.append(masked.T @ (masked @ w - y))
        chances.append(np.prod([1 - p if bit else p for bit in bits]))
    g, c = np.array(gradients), np.array(chances)
    mean = c @ g
    pairs = ((g[:, None] + g[None]) / 2 - mean) ** 2
    distances, pair = pairs.sum(2), np.outer(c, c)
    some = np.linalg.norm(g, axis=1) > 1e-9
    u, share = g[some] / np.linalg.norm(g[some], axis=1)[:, None], c[some] / c[some].sum()
    return {"x": x.tolist(), "y": y.tolist(), "w": w.tolist(), "p": p, "mean": mean.tolist(),
            "noise": float(c @ ((g - mean) ** 2).sum(1)), "noise2": float((pair * distances).sum()),
            "spread2": float((pair * distances ** 2).sum() - (pair * distances).sum() ** 2),
            "directions": float(share @ ((1 - u @ u.T) / 2) @ share)}


X, Y = [[1, 2], [3, 4]], [5, 6]
CASES = [case(X, Y, w, p) for w in ([1, 1], [0.3, -1.2], [0, 0]) for p in (0.1, 0.5, 0.8)]
CASES += [case([[1, -2, 0.5], [0.3, 0.7, -1.1]], [1, -2], [0.4, -0.6, 1.3], 0.3)]
OUT.mkdir(parents=True, exist_ok=True)
text = ",\n".join(json.dumps(each, separators=(",", ":")) for each in CASES)
(OUT / "kmasks.json").write_text("[\n" + text + "\n]\n")

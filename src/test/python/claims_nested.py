"""Writes what the principal components of the bench "Nested dropout is PCA" are compared with: numpy's singular value
decomposition.

Run from the repository's root:

    python3 src/test/python/claims_nested.py

It overwrites src/test/resources/claims/nested.json. The committed numbers were made with numpy 2.4.6.

`left` is the share of the squares of `x` that the first 0, 1, 2, ... components leave; the sign of a component is free.
"""

import json
import pathlib

import numpy as np

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "claims"
RNG = np.random.default_rng(20260302)


def case(rows, cols):
    x = RNG.standard_normal((rows, cols)) @ np.diag(.7 ** np.arange(cols)) @ RNG.standard_normal((cols, cols))
    x -= x.mean(0)
    _, s, v = np.linalg.svd(x, full_matrices=False)
    left = [float((s[b:] ** 2).sum() / (s ** 2).sum()) for b in range(len(s) + 1)]
    return {"x": x.tolist(), "components": v.tolist(), "left": left}


(OUT / "nested.json").write_text(json.dumps({"cases": [case(12, 4), case(30, 6), case(9, 9)]}) + "\n")

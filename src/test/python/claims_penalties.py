"""Writes what the exact sides of adaptive L2, the penalty that falls and equalised loads are compared with.

Run from the repository's root: python3 src/test/python/claims_penalties.py (Python 3 and numpy).

It overwrites src/test/resources/claims/penalties.json. Each number comes from another way than the program's closed
form: means over masks are summed mask by mask, the linear minimum solves the summed normal equations, and the levelled
loads come from every choice of surviving directions, of which the best is taken, and from bisection over p.
"""

import itertools
import json
import pathlib

import numpy as np

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "claims"
rng = np.random.default_rng(20260211)


def told(values):
    """Thirteen digits."""
    return [float("%.13g" % v) for v in np.ravel(values)]


def masks(n, p):
    """All masks of n inputs with their probabilities, scaled as in inverted dropout."""
    for kept in itertools.product((0, 1), repeat=n):
        kept = np.array(kept)
        yield kept / (1 - p), (1 - p) ** kept.sum() * p ** (n - kept.sum())


def linear(x, y, p):
    """The minimum of the mean loss over one mask an example, and the loss there."""
    x, y = np.array(x, float), np.array(y, float)
    n = x.shape[1]
    system, right = np.zeros((n, n)), np.zeros(n)
    for row, target in zip(x, y):
        for m, probability in masks(n, p):
            system += probability * np.outer(m * row, m * row)
            right += probability * m * row * target
    w = np.linalg.solve(system, right)
    loss = sum(probability * (target - (m * row) @ w) ** 2
               for row, target in zip(x, y) for m, probability in masks(n, p))
    return {"x": x.tolist(), "y": y.tolist(), "p": p, "weights": told(w), "loss": told(loss)[0]}


def penalty(w, x, p):
    terms = np.array(w) * np.array(x)
    on = sum(probability * np.logaddexp(0, -(m * terms).sum()) for m, probability in masks(len(terms), p))
    return on - np.logaddexp(0, -terms.sum())


def logistic(w, x, p):
    return {"terms": told(np.array(w) * np.array(x)), "p": p, "penalty": told(penalty(w, x, p))[0]}


def survivors(s, r, p):
    """What is left of each singular value: for every set of at most r directions the stationary point, the best one."""
    s, lam = np.array(s, float), p / (1 - p)
    best = None
    for size in range(min(r, len(s)) + 1):
        for chosen in itertools.combinations(range(len(s)), size):
            chosen = list(chosen)
            left = np.zeros(len(s))
            # Stationary: 2 (x_i - s_i) + 2 lambda / r sum x = 0.
            left[chosen] = np.linalg.solve(np.eye(size) + lam / r, s[chosen])
            if (left < 0).any():
                continue
            loss = ((s - left) ** 2).sum() + lam / r * left.sum() ** 2
            if best is None or loss < best[0]:
                best = loss, left
    return best


def drowned(s, r, i):
    """The p from which direction i is lost, by bisection; 1 if it never is."""
    low, high = 0.0, 0.9999
    if survivors(s, r, low)[1][i] <= 0:
        return 0.0
    if survivors(s, r, high)[1][i] > 0:
        return 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if survivors(s, r, middle)[1][i] > 0:
            low = middle
        else:
            high = middle
    return low


def levelled(s, r, p):
    loss, left = survivors(s, r, p)
    return {"s": list(s), "units": r, "p": p, "left": told(left), "loss": told(loss)[0],
            "drowned": told([drowned(s, r, i) for i in range(len(s))])}


def few(*shape):
    return np.round(rng.normal(size=shape), 2).tolist()


cases = {
    "linear": [linear([[1, 2], [3, 4]], [5, 6], p) for p in (0.0, .2, .5, .9)]
              + [linear(few(6, 3), few(6), p) for p in (.1, .5, .8)],
    "logistic": [logistic([1, w2], [1, 1], .5) for w2 in (0, .5, 1, 4, 32)]
                + [logistic([w], [1], .5) for w in (1, 2, 4, 8)]
                + [logistic([.8, .3, -1], [1, -2, .5], .2)]
                + [logistic(few(4), few(4), p) for p in (0.0, .3, .95)],
    "levelled": [levelled(s, 4, p) for s in ((4, 2, 1, .3), (4, 2, .8, .3)) for p in (0.0, .2, .5, .6, .9)]
                + [levelled((.3, 4, 2, .8), 4, .3), levelled((4, 2, .8, .3), 2, .3), levelled((3, 3, 1), 5, .7)],
}

OUT.mkdir(parents=True, exist_ok=True)
(OUT / "penalties.json").write_text(json.dumps(cases, indent=1) + "\n")

"""Writes what the exact sides of the benches about uncertainty are compared with.

Run from the repository's root: python3 src/test/python/claims_uncertainty.py (Python 3 and numpy).

It overwrites src/test/resources/claims/uncertainty.json. Matrices are inverted by numpy, integrals are Riemann sums over
a fine grid, and everything about masks is enumerated: each mask with its probability, and for several passes each tuple
of masks or, for many, each way to share the passes among the masks.
"""

import itertools
import json
import math
import pathlib

import numpy as np

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "claims"
RANDOM = np.random.default_rng(11)


def short(value):
    """Twelve digits."""
    if isinstance(value, (list, tuple, np.ndarray)):
        return [short(v) for v in value]
    return float("%.12g" % value)


def bias_variance(x, beta, noise, at, p, y):
    x, beta, at = np.array(x), np.array(beta), np.array(at)
    h = np.linalg.inv(x.T @ x + p / (1 - p) * np.diag(np.diag(x.T @ x))) @ x.T
    return {"x": x.tolist(), "beta": beta.tolist(), "noise": noise, "at": at.tolist(), "p": p, "y": y,
            "bias": short(at @ (h @ x - np.eye(len(beta))) @ beta), "variance": short(noise**2 * np.sum((at @ h)**2)),
            "prediction": short(at @ h @ np.array(y))}


def normal(w, mean, sd):
    return np.exp(-(w - mean)**2 / (2 * sd**2)) / (sd * math.sqrt(2 * math.pi))


def spikes(p, n, seen, noise, prior, width):
    v = 1 / (1 / prior**2 + n / noise**2)
    m = v * n / noise**2 * seen
    kept = m / (1 - p)
    values, chances = np.array([0, kept]), np.array([p, 1 - p])
    mean = chances @ values
    variance = chances @ (values - mean)**2
    fourth = chances @ (values - mean)**4
    # Each spike by itself on a grid of its own.
    divergence = 0
    for centre, chance in zip(values, chances):
        z = np.linspace(-12, 12, 400_001)
        w = centre + width * z
        q = p * normal(w, 0, width) + (1 - p) * normal(w, kept, width)
        own = np.exp(-z**2 / 2) / math.sqrt(2 * math.pi)
        log = np.log(np.where(own > 1e-300, q, 1)) + w**2 / (2 * prior**2) + math.log(prior * math.sqrt(2 * math.pi))
        divergence += chance * np.sum(own * log) * (z[1] - z[0])
    return {"p": p, "n": n, "seen": seen, "noise": noise, "prior": prior, "width": width, "mean": short(m),
            "posterior": short(v), "variance": short(variance), "fourth": short(fourth), "divergence": short(divergence)}


def entropy(o):
    return sum(-a * math.log(a) if a > 0 else 0 for a in (o, 1 - o))


def outputs(p, bias, terms):
    chances, answers = [], []
    for mask in itertools.product([0, 1], repeat=len(terms)):
        kept = sum(mask)
        chances.append((1 - p)**kept * p**(len(terms) - kept))
        answers.append(1 / (1 + math.exp(-(bias + sum(m * t for m, t in zip(mask, terms)) / (1 - p)))))
    return np.array(chances), np.array(answers)


def shares(total, parts):
    """All ways to write `total` as a sum of so many numbers."""
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in shares(total - first, parts - 1):
            yield (first,) + rest


def expected(chances, answers, passes):
    """The mean of H(mean of the passes) - mean H, over all ways in which the passes can fall on the masks."""
    sum_of = 0.0
    logs = [math.log(c) for c in chances]
    for counts in shares(passes, len(chances)):
        log = math.lgamma(passes + 1) - sum(math.lgamma(k + 1) for k in counts) + sum(k * l for k, l in zip(counts, logs))
        sum_of += math.exp(log) * entropy(sum(k * o for k, o in zip(counts, answers)) / passes)
    return sum_of - chances @ np.array([entropy(o) for o in answers])


def information(p, bias, terms, passes):
    chances, answers = outputs(p, bias, terms)
    mean = chances @ answers
    return {"p": p, "bias": bias, "terms": terms, "mean": short(mean), "variance": short(chances @ (answers - mean)**2),
            "information": short(entropy(mean) - chances @ np.array([entropy(o) for o in answers])),
            "passes": passes, "expected": short([expected(chances, answers, t) for t in passes])}


def summed(p, terms):
    """The fourth central moment of a sum of masked terms, over all masks."""
    values, chances = [], []
    for mask in itertools.product([0, 1], repeat=len(terms)):
        kept = sum(mask)
        chances.append((1 - p)**kept * p**(len(terms) - kept))
        values.append(sum(m * t for m, t in zip(mask, terms)) / (1 - p))
    values, chances = np.array(values), np.array(chances)
    away = values - chances @ values
    return {"p": p, "terms": terms, "variance": short(chances @ away**2), "fourth": short(chances @ away**4)}


def moons(noise, x, y):
    t = np.linspace(0, math.pi, 200_001)
    first = np.exp(-((x - np.cos(t))**2 + (y - np.sin(t))**2) / (2 * noise**2))
    second = np.exp(-((x - 1 + np.cos(t))**2 + (y - .5 + np.sin(t))**2) / (2 * noise**2))
    return {"noise": noise, "x": x, "y": y, "second": short(second.sum() / (first.sum() + second.sum()))}


SQUARE = [[1, 2], [3, 4]]
TALL = RANDOM.normal(size=(6, 3)).round(3).tolist()
CASES = {
    "biasVariance": [bias_variance(SQUARE, [1, 1], 1, [1, 1], p, [5, 6]) for p in (0, .2, .5, .9)]
    + [bias_variance(TALL, [.5, -1, 2], .7, [1, -2, .3], p, [1, 2, -1, .5, 0, 3]) for p in (0, .3, .8)],
    "spikes": [spikes(.1, 10, 2, .5, 1, width) for width in (.5, .1, .01, .001)]
    + [spikes(.5, 3, 2, 1, 2, .3), spikes(.9, 100, 2, .2, .5, .05)],
    "information": [information(.5, .1, [1, -1], [1, 2, 5, 50]), information(.3, -2, [3, 1.5], [2, 10, 100]),
                    information(.5, .4, [2, -3, 1], [2, 3, 6]), information(.8, 0, [.5, .25, -1], [4])],
    "sums": [summed(.1, [2.0]), summed(.5, [1, -2, .5]), summed(.9, [.3, .3, -.7, 2])],
    "moons": [moons(.33, x, y) for x, y in ((1.9, .85), (.5, .25), (0, 1), (1, -.5), (3, 3), (-2, .2))],
}
OUT.mkdir(exist_ok=True)
(OUT / "uncertainty.json").write_text(json.dumps(CASES, separators=(",", ":")).replace("},{", "},\n{") + "\n")

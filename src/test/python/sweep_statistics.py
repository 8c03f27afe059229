"""Writes what scipy and numpy say of paired samples, to src/test/resources/sweep/statistics.json.

Run with a Python that has scipy: python3 src/test/python/sweep_statistics.py
"""
import json
import math
import pathlib

import numpy as np
import scipy
from scipy import stats


def quartiles(values):
    return [float(q) for q in np.percentile(values, [25, 50, 75])]


def interval(differences):
    """The largest k whose order statistics cover the median with at least 95 %."""
    n, ordered = len(differences), np.sort(differences)
    covers = lambda k: 1 - 2 * stats.binom.cdf(k - 1, n, 0.5)
    good = [k for k in range(1, n // 2 + 1) if covers(k) >= 0.95]
    if not good:
        return None
    k = max(good)
    return {"k": k, "low": float(ordered[k - 1]), "high": float(ordered[n - k]), "coverage": float(covers(k))}


def signed_ranks(differences):
    nonzero = differences[differences != 0]
    ranks = stats.rankdata(np.abs(nonzero))
    tied = len(np.unique(np.abs(nonzero))) < len(nonzero)
    exact = len(nonzero) <= 50
    if exact and tied:
        p = None  # scipy's exact test knows no ties; the test counts all signs instead
    else:
        p = float(stats.wilcoxon(nonzero, mode="exact" if exact else "approx", correction=True).pvalue)
    return {"sum": float(ranks[nonzero > 0].sum()), "p": p, "exact": exact}


def case(name, values, partners):
    d = values - partners
    lower, higher = int((d < 0).sum()), int((d > 0).sum())
    t = stats.ttest_rel(values, partners)
    half = stats.t.ppf(0.975, len(d) - 1) * d.std(ddof=1) / math.sqrt(len(d))
    return {
        "name": name, "values": values.tolist(), "partners": partners.tolist(), "quartiles": quartiles(values),
        "median": float(np.median(d)), "interval": interval(d), "lower": lower, "higher": higher,
        "sign": float(stats.binomtest(lower, lower + higher, 0.5).pvalue) if lower + higher else 1.0,
        "worth": float((values.var(ddof=1) + partners.var(ddof=1)) / d.var(ddof=1)),
        "ranks": signed_ranks(d),
        "mean": float(d.mean()), "low": float(d.mean() - half), "high": float(d.mean() + half),
        "t": float(t.statistic), "p": float(t.pvalue),
    }


def cases():
    draw = np.random.default_rng(7)
    for n in [3, 5, 6, 10, 20, 27, 40, 50, 51, 80]:
        shared = draw.normal(0.2, 0.03, n)
        yield case(f"n{n}", shared + draw.normal(-0.01, 0.02, n), shared + draw.normal(0, 0.02, n))
    # Counts of 64 answers: many ties. Sixty-fourths are exact, so that scipy sees the ties, too.
    for n in [12, 30, 60]:
        yield case(f"ties{n}", draw.binomial(64, 0.2, n) / 64, draw.binomial(64, 0.25, n) / 64)


out = pathlib.Path(__file__).parents[1] / "resources" / "sweep" / "statistics.json"
binomial = [{"lower": k, "of": n, "p": float(stats.binomtest(k, n, 0.5).pvalue)} for n in [1, 2, 5, 10, 27, 40, 400]
            for k in sorted({0, n // 4, n // 2, n})]
out.write_text(json.dumps({"made": f"scipy {scipy.__version__}, numpy {np.__version__}", "cases": list(cases()),
                           "sign": binomial}, indent=1) + "\n")

"""The greatest eigenvalue of a matrix without negative numbers, and its eigenvector."""

from __future__ import annotations

from collections.abc import Mapping

from idebur.errors import MissingExtra, Unmeasurable

# Ours and not networkx's: its power iteration stops as soon as a step changes little, which on a long chain it does far
# from the vector that it is on its way to.

_DENSE = 500
"""Up to so many nodes all eigenvectors are computed at once, which is as fast and always settles."""


def dominant(size: int, entries: Mapping[tuple[int, int], float], *, symmetric: bool) -> tuple[float, list[float]]:
    """Find the greatest eigenvalue of the matrix of *entries*, and its eigenvector of length 1 without a minus.

    The matrix is that of a (strongly) connected network, so that there is one such vector (Perron 1907, Frobenius
    1912).

    Raises:
        Unmeasurable: the iteration for a large network does not settle.
        MissingExtra: numpy or scipy is not installed.
    """
    try:
        import numpy as np
        from scipy import sparse
        from scipy.sparse import linalg as iterated
    except ImportError as missing:
        raise MissingExtra("scipy", "network") from missing
    rows, columns = [row for row, _ in entries], [column for _, column in entries]
    matrix = sparse.csr_array((list(entries.values()), (rows, columns)), shape=(size, size), dtype=float)
    if size <= _DENSE:
        values, vectors = np.linalg.eigh(matrix.toarray()) if symmetric else np.linalg.eig(matrix.toarray())
    else:
        solve, which = (iterated.eigsh, "LA") if symmetric else (iterated.eigs, "LR")
        try:
            values, vectors = solve(matrix, k=1, which=which, v0=np.ones(size), maxiter=100 * size)
        except iterated.ArpackError:
            raise Unmeasurable(
                "the scores do not settle; take the components one by one, or ask for pagerank"
            ) from None
    best = int(np.argmax(values.real))
    vector = np.abs(vectors[:, best])
    return float(values[best].real), [float(score) for score in vector / np.linalg.norm(vector)]

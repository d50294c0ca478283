"""Plain tables, the bound beside each figure, so that whoever reads sees at once what holds."""

from __future__ import annotations

from collections.abc import Sequence


def table(title: str, rows: Sequence[tuple[str, str, str]]) -> str:
    """``rows`` are (what, figure, bound); the bound may be empty."""
    widths = [max(len(row[column]) for row in [*rows, ("", "measured", "bound")]) for column in range(3)]
    lines = [f"\n## {title}\n", f"| {'':{widths[0]}} | {'measured':>{widths[1]}} | {'bound':>{widths[2]}} |"]
    lines.append(f"|{'-' * (widths[0] + 2)}|{'-' * (widths[1] + 1)}:|{'-' * (widths[2] + 1)}:|")
    lines += [f"| {what:{widths[0]}} | {figure:>{widths[1]}} | {bound:>{widths[2]}} |" for what, figure, bound in rows]
    return "\n".join(lines)


def percentile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def median(values: Sequence[float]) -> float:
    return percentile(values, 0.5)

// How far two actors agree: docs/positions.md, "Pairs and networks". 2 for the same position, 1 when one of them is mixed,
// conditional or (against a side) neutral, 0 for opposite ones; over the issues on which both have a position.
import { hasPosition, type Cell } from "./positions";

export interface Pair {
  a: number; // rows
  b: number;
  same: number;
  partly: number;
  opposite: number;
  shared: number;
  agreement: number; // 0 to 1
}

const firm = (cell: Cell) => cell.code === "support" || cell.code === "oppose" || cell.code === "neutral";

// 2, 1, 0; nothing when one of them has no position.
export function standing(a: Cell, b: Cell): 0 | 1 | 2 | null {
  if (!hasPosition(a) || !hasPosition(b)) return null;
  if (!firm(a) || !firm(b)) return 1;
  if (a.code === b.code) return 2;
  return a.code === "neutral" || b.code === "neutral" ? 1 : 0;
}

// The pairs of these rows that share an issue among these columns; `width` is the number of cells in a row.
export function pairsOf(cells: Cell[], width: number, rows: number[], columns: number[]): Pair[] {
  const pairs: Pair[] = [];
  rows.forEach((a, i) => {
    for (const b of rows.slice(i + 1)) {
      const count = [0, 0, 0];
      for (const column of columns) {
        const value = standing(cells[a * width + column]!, cells[b * width + column]!);
        if (value !== null) count[value]!++;
      }
      const [opposite, partly, same] = count as [number, number, number];
      const shared = same + partly + opposite;
      if (shared > 0) pairs.push({ a, b, same, partly, opposite, shared, agreement: (2 * same + partly) / (2 * shared) });
    }
  });
  return pairs;
}

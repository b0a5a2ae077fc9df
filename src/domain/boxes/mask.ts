// How numbers are shown on a shared screen.

/** 8531002026000017 -> 8531********0017; a short one keeps its last four only. */
export function maskSmartCard(card: string): string {
  const head = card.length >= 12 ? 4 : 0;
  return card.slice(0, head) + '*'.repeat(card.length - head - 4) + card.slice(-4);
}

/** 1号楼 101 -> 1号楼 ***; one whose room does not stand apart is hidden whole. */
export function maskAddress(home: string): string {
  const [, building = ''] = /^(.*\s)\S+$/.exec(home) ?? [];
  return `${building}***`;
}

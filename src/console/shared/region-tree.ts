// The flat list of regions as a tree for the pickers.
import type { Region, RegionCode } from '../../contract/regions.ts';
import { isWithin } from '../../domain/regions/code.ts';

export interface RegionNode {
  readonly value: RegionCode;
  readonly title: string;
  /** True for what lies above the person's own area: shown as the way down to it, not to be chosen. */
  readonly disabled: boolean;
  readonly children: RegionNode[];
}

/** `scopes`: what may be chosen, each with all below it. A region whose parent is not in the list is a root. */
export function regionNodes(regions: readonly Region[], scopes: readonly RegionCode[]): RegionNode[] {
  const nodes = new Map<RegionCode, RegionNode>();
  for (const { code, shortName } of regions) {
    const disabled = !scopes.some((scope) => isWithin(code, scope));
    nodes.set(code, { value: code, title: shortName, disabled, children: [] });
  }
  const roots: RegionNode[] = [];
  for (const { code, parent } of regions) {
    const node = nodes.get(code);
    if (node) ((parent === null ? undefined : nodes.get(parent))?.children ?? roots).push(node);
  }
  return roots;
}

/** What is open at first: the roots, and the way down to the person's own area. */
export function openAtFirst(roots: readonly RegionNode[]): RegionCode[] {
  const way = (nodes: readonly RegionNode[]): RegionCode[] =>
    nodes.filter((node) => node.disabled).flatMap((node) => [node.value, ...way(node.children)]);
  return [...new Set([...roots.map((node) => node.value), ...way(roots)])];
}

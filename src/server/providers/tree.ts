// An answer of any format as a tree whose leaves are texts, and the paths by which a mapping finds them.
import { readXml, type XmlElement } from '../../domain/cap/xml-read.ts';
import { ProviderError } from './port.ts';

export type Tree = string | null | readonly Tree[] | { readonly [name: string]: Tree };

/** Numbers come as they were written: 46.80 stays what it is, and an account of twenty digits too. */
export function treeOfJson(text: string): Tree {
  try {
    return JSON.parse(text, (_name, value: unknown, context?: { source?: string }) => {
      if (typeof value === 'number') return context?.source ?? String(value);
      return typeof value === 'boolean' ? String(value) : value;
    }) as Tree;
  } catch {
    throw new ProviderError('unreadable', 'json');
  }
}

/** Elements by name, those that repeat as a list, attributes as `@name`; a leaf's text without the spaces around it. */
export function treeOfXml(text: string): Tree {
  try {
    const root = readXml(text);
    return { [root.name]: branch(root) };
  } catch {
    throw new ProviderError('unreadable', 'xml');
  }
}

function branch({ children, attributes, text }: XmlElement): Tree {
  const named = Object.entries(attributes).map(([name, value]) => [`@${name}`, value] as const);
  if (children.length === 0 && named.length === 0) return text.trim();
  const names = [...new Set(children.map(({ name }) => name))];
  const below = names.map((name) => {
    const all = children.filter((child) => child.name === name).map(branch);
    return [name, all.length === 1 ? (all[0] ?? null) : all] as const;
  });
  return Object.fromEntries([...named, ...below]);
}

/** What stands at a path (`data.bills`; '' is the tree itself); undefined where nothing does. */
export function at(tree: Tree, path: string): Tree | undefined {
  if (path === '') return tree;
  return path.split('.').reduce<Tree | undefined>((node, name) => {
    if (node === null || typeof node !== 'object' || Array.isArray(node)) return undefined;
    return Object.hasOwn(node, name) ? (node as { readonly [name: string]: Tree })[name] : undefined;
  }, tree);
}

/** The text at a path; undefined where there is none, or an empty one. */
export function textAt(tree: Tree, path: string): string | undefined {
  const found = at(tree, path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/**
 * The list at a path. XML has no lists: one element alone is a list of one, and where what would hold them is empty
 * there is none.
 */
export function listAt(tree: Tree, path: string): readonly Tree[] | undefined {
  const found = at(tree, path);
  if (found === undefined)
    return isEmptyElement(at(tree, path.slice(0, Math.max(path.lastIndexOf('.'), 0)))) ? [] : undefined;
  if (found === null) return undefined;
  if (Array.isArray(found)) return found as readonly Tree[];
  if (typeof found === 'string') return found === '' ? [] : undefined;
  return [found];
}

function isEmptyElement(holder: Tree | undefined): boolean {
  if (holder === '') return true;
  if (holder === null || typeof holder !== 'object' || Array.isArray(holder)) return false;
  const names = Object.keys(holder);
  return names.length > 0 && names.every((name) => name.startsWith('@'));
}

// A notice's text: a small safe subset of Markdown, parsed into the blocks a screen shows; anything else is refused.
import type { Nodes, PhrasingContent, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** A picture is named by its id only; its size is looked up where pictures are kept. */
export type MarkupBlock =
  | { readonly type: 'heading' | 'paragraph'; readonly text: string }
  | { readonly type: 'item'; readonly marker: string; readonly text: string }
  | { readonly type: 'picture'; readonly picture: string; readonly alt: string };

export interface MarkupFault {
  /** Line in the text, from 1. */
  readonly line: number;
  readonly fault: 'html' | 'link' | 'code' | 'quote' | 'nested-list' | 'picture-source' | 'unsupported' | 'empty';
}

export type Markup = { readonly blocks: readonly MarkupBlock[] } | { readonly faults: readonly MarkupFault[] };

const PICTURE = /^picture:([0-9a-f]{64})$/;
const FAULT_OF: Partial<Record<Nodes['type'], MarkupFault['fault']>> = {
  html: 'html',
  link: 'link',
  linkReference: 'link',
  definition: 'link',
  code: 'code',
  inlineCode: 'code',
  blockquote: 'quote',
};

/**
 * Headings, paragraphs, bullet and numbered lists, bold and italics (shown plain), pictures as `![alt](picture:ID)`.
 * A line break in a paragraph begins a new one, as official texts are typed; indented lines are text, not code.
 */
export function parseMarkup(text: string): Markup {
  const tree = fromMarkdown(text, {
    extensions: [{ disable: { null: ['codeIndented', 'setextUnderline', 'thematicBreak', 'autolink'] } }],
  });
  const faults: MarkupFault[] = [];
  const blocks = blocksOf(tree, faults);
  if (blocks.length === 0 && faults.length === 0) faults.push({ line: 1, fault: 'empty' });
  return faults.length > 0 ? { faults } : { blocks };
}

function blocksOf(tree: Root, faults: MarkupFault[]): MarkupBlock[] {
  return tree.children.flatMap((node): MarkupBlock[] => {
    switch (node.type) {
      case 'heading':
        return inline(node.children, faults)
          .filter((run) => run.type !== 'picture')
          .map((run) => ({ ...run, type: 'heading' }));
      case 'paragraph':
        return inline(node.children, faults);
      case 'list':
        return node.children.flatMap((item, index) => {
          const marker = node.ordered ? `${(node.start ?? 1) + index}.` : '•';
          return item.children.flatMap((child, position): MarkupBlock[] => {
            if (child.type !== 'paragraph') {
              faults.push(faultAt(child, child.type === 'list' ? 'nested-list' : undefined));
              return [];
            }
            return inline(child.children, faults).map((run) =>
              run.type === 'picture' ? run : { type: 'item', marker: position === 0 ? marker : '', text: run.text },
            );
          });
        });
      default:
        faults.push(faultAt(node));
        return [];
    }
  });
}

type Run = { type: 'paragraph'; text: string } | { type: 'picture'; picture: string; alt: string };

/** Line breaks and pictures part a paragraph into runs. */
function inline(nodes: readonly PhrasingContent[], faults: MarkupFault[]): Run[] {
  const runs: Run[] = [];
  let open = '';
  const flush = () => {
    for (const line of open.split('\n')) if (line.trim()) runs.push({ type: 'paragraph', text: line.trim() });
    open = '';
  };
  const walk = (node: PhrasingContent): void => {
    if (node.type === 'text') open += node.value;
    else if (node.type === 'break') open += '\n';
    else if (node.type === 'strong' || node.type === 'emphasis') node.children.forEach(walk);
    else if (node.type === 'image') {
      const id = PICTURE.exec(node.url)?.[1];
      if (!id) faults.push(faultAt(node, 'picture-source'));
      else {
        flush();
        runs.push({ type: 'picture', picture: id, alt: node.alt ?? '' });
      }
    } else faults.push(faultAt(node));
  };
  nodes.forEach(walk);
  flush();
  return runs;
}

function faultAt(node: Nodes, fault?: MarkupFault['fault']): MarkupFault {
  return { line: node.position?.start.line ?? 1, fault: fault ?? FAULT_OF[node.type] ?? 'unsupported' };
}

// The page of what an audit row is about.

/** Undefined where it has none; a refused activation is about a code and no box. */
export function pathOf(action: string, subject: string): string | undefined {
  if (action.startsWith('notice.')) return `/notices/${subject}`;
  if (action.startsWith('alert.')) return `/alerts/${subject}`;
  if (action.startsWith('alert-template.')) return '/alerts/templates';
  if (action.startsWith('proof.')) return `/proof/${subject}`;
  if (action.startsWith('cap.')) return '/cap';
  if (action.startsWith('import.')) return `/boxes/imports/${subject}`;
  if (action.startsWith('request.') && action !== 'request.export') return `/requests/${subject}`;
  return action.startsWith('box.') && action !== 'box.deny' ? `/boxes/${subject}` : undefined;
}

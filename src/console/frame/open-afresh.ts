// Opens an address of the console in a new page load: nothing of the one who sat here before stays in memory.

export function openAfresh(path: string): void {
  window.location.assign(`/console${path}`);
}

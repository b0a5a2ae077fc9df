// Finds the processes of this machine that carry a mark in their environment, as every descendant inherits it.
import { readdirSync, readFileSync } from 'node:fs';

/** Command lines of the living processes whose environment at their start held `name=value`. */
export function processesWith(name: string, value: string): string[] {
  const pids = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  return pids
    .filter((pid) => procFile(pid, 'environ').split('\0').includes(`${name}=${value}`))
    .map((pid) => procFile(pid, 'cmdline').replaceAll('\0', ' ').trim())
    .filter((commandLine) => commandLine !== '');
}

/** Empty for a process that ended meanwhile, and for a zombie. */
function procFile(pid: string, file: 'environ' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

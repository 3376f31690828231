import { readdirSync, readFileSync } from 'node:fs';

export interface ChildProcessFacts {
  readonly pid: number;
  readonly commandLine: string;
  readonly rssMb: number;
}

function childFacts(pid: number, parent: number): ChildProcessFacts | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ppid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z' || Number(ppid) !== parent) return undefined;
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
    return { pid, commandLine, rssMb: residentMb(pid) };
  } catch {
    return undefined; // It ended while we looked.
  }
}

/** Direct children of a process, from /proc (Linux only). */
export function childrenOf(pid: number): ChildProcessFacts[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((name) => childFacts(Number(name), pid) ?? []);
}

/** Resident memory of a process in MiB. */
export function residentMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

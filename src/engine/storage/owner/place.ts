import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Which system a process runs in; two processes with an equal place see each other's kernel locks. */
export interface Place {
  readonly host: string;
  readonly bootId: string;
  readonly namespace: string;
}

export function currentPlace(): Place {
  return { host: hostname(), bootId: bootId(), namespace: networkNamespace() };
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    // Elsewhere it can't be read without starting a program; the name of the host has to do.
    return '';
  }
}

/** Abstract sockets, and with them the owner lock on Linux, are known within one network namespace only. */
function networkNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/net');
  } catch {
    return '';
  }
}

export function isSamePlace(a: Place, b: Place): boolean {
  return a.host === b.host && a.bootId === b.bootId && a.namespace === b.namespace;
}

import type { EnginePorts } from '../../ports';

const unnamedOwner = { name: 'Owner', email: 'owner@localhost' };

/** The user of this machine, whom everything without a credential acts for. */
export function localOwner(ports: Pick<EnginePorts, 'owner'>): { readonly name: string; readonly email: string } {
  return ports.owner ?? unnamedOwner;
}

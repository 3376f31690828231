import { createHmac, randomBytes } from 'node:crypto';
import { EngineError } from '../../../base/engineError';
import type { SecretStore } from '../../ports';

const keyName = 'contox.pseudonymKey';
const keyBytes = 32;

/** Names for names: the same one always for the same value, and no way back without the key, which never leaves. */
export class Pseudonyms {
  constructor(private readonly key: Buffer) {}

  /** For anything: `x` and 16 hexadecimal digits. */
  name(value: string): string {
    return `x${this.digest(value).slice(0, 16)}`;
  }

  /** In the form of a git object's name. */
  hex(value: string): string {
    return this.digest(value.toLowerCase()).slice(0, 40);
  }

  private digest(value: string): string {
    return createHmac('sha256', this.key).update(value, 'utf8').digest('hex');
  }
}

/** Makes the key where there is none yet. Rejects with `unsupported` where there is no place for keys. */
export async function openPseudonyms(secrets: SecretStore | undefined): Promise<Pseudonyms> {
  if (!secrets) throw new EngineError('unsupported', 'There is no place for keys here, so nothing can be anonymised.');
  const known = await secrets.get(keyName);
  if (known !== undefined) return new Pseudonyms(Buffer.from(known, 'base64'));
  const key = randomBytes(keyBytes);
  await secrets.set(keyName, key.toString('base64'));
  return new Pseudonyms(key);
}

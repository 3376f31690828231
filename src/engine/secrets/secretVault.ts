import { randomBytes } from 'node:crypto';
import { EngineError } from '../../base/engineError';
import { sha256 } from '../../base/sha256';
import type { SecretStore } from '../ports';
import { keyBytes, openText, sealText } from './sealText';

const keyName = 'contox.storeKey';

/**
 * Encrypts what is kept in the store (AES-256-GCM) with a key that is not in it. Each text is bound to its place, so a
 * row that was copied to another project can't be opened there.
 */
export class SecretVault {
  private loading: Promise<Buffer> | undefined;

  constructor(private readonly secrets: SecretStore | undefined) {}

  async seal(place: string, text: string): Promise<string> {
    const key = await this.key();
    return `v1.${fingerprint(key)}.${sealText(key, place, text).toString('base64url')}`;
  }

  /** `undefined` where another key sealed it, as after the key was lost: the secret has to be entered again. */
  async open(place: string, sealed: string): Promise<string | undefined> {
    const key = await this.key();
    const [version, keyId, encoded = ''] = sealed.split('.');
    if (version !== 'v1' || keyId !== fingerprint(key)) return undefined;
    return openText(key, place, Buffer.from(encoded, 'base64url'));
  }

  private key(): Promise<Buffer> {
    this.loading ??= this.loadKey().catch((error: unknown) => {
      this.loading = undefined;
      throw error;
    });
    return this.loading;
  }

  private async loadKey(): Promise<Buffer> {
    if (!this.secrets)
      throw new EngineError('unsupported', 'There is no place for keys here, so Contox can not keep a token.');
    const known = await this.secrets.get(keyName);
    if (known !== undefined) return checkKey(Buffer.from(known, 'base64'));
    const key = randomBytes(keyBytes);
    await this.secrets.set(keyName, key.toString('base64'));
    return key;
  }
}

function checkKey(key: Buffer): Buffer {
  if (key.length === keyBytes) return key;
  throw new EngineError(
    'internal',
    'The key that protects tokens is not usable. Remove it and enter the tokens again.',
  );
}

function fingerprint(key: Buffer): string {
  return sha256(`contox key ${key.toString('hex')}`).slice(0, 12);
}

import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError } from '../../base/engineError';
import type { SecretStore } from '../ports';
import { writeFileSafely } from '../storage/writeFileSafely';
import { keyBytes, openText, sealText } from './sealText';

/**
 * Secrets of a host without a keychain. `secrets.json` holds them encrypted (AES-256-GCM), `secrets.key` beside it holds
 * the key; both can be read and written by the user only (mode 0600; on Windows by the rights of the user's folder).
 * That keeps secrets out of the store, its backups, exports and anything that copies one of the two files. It does not
 * keep them from a program that runs as the same user: without a keychain nothing can.
 */
export function openFileSecretStore(dataDir: string): SecretStore {
  const keyFile = join(dataDir, 'secrets.key');
  const valueFile = join(dataDir, 'secrets.json');
  return {
    async get(name) {
      const sealed = readValues(valueFile)[name];
      return sealed === undefined ? undefined : openText(readKey(keyFile), name, Buffer.from(sealed, 'base64'));
    },
    async set(name, value) {
      mkdirSync(dataDir, { recursive: true, mode: 0o700 });
      const values = readValues(valueFile);
      values[name] = sealText(makeKey(keyFile), name, value).toString('base64');
      writeFileSafely(valueFile, `${JSON.stringify(values, undefined, 2)}\n`);
    },
  };
}

function readValues(file: string): Record<string, string> {
  const text = readIfThere(file);
  if (text === undefined) return {};
  try {
    const parsed: unknown = JSON.parse(text);
    return Object.fromEntries(
      Object.entries(parsed ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    );
  } catch (cause) {
    throw new EngineError('internal', `${file} is not readable. Remove it and enter the tokens again.`, { cause });
  }
}

function readKey(file: string): Buffer {
  const key = findKey(file);
  if (!key) throw new EngineError('internal', `${file} is missing. Remove secrets.json and enter the tokens again.`);
  return key;
}

function makeKey(file: string): Buffer {
  const known = findKey(file);
  if (known) return known;
  const key = randomBytes(keyBytes);
  writeFileSafely(file, key.toString('base64'));
  return key;
}

function findKey(file: string): Buffer | undefined {
  const text = readIfThere(file);
  if (text === undefined) return undefined;
  const key = Buffer.from(text, 'base64');
  if (key.length === keyBytes) return key;
  throw new EngineError('internal', `${file} is not a key. Remove it and secrets.json and enter the tokens again.`);
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

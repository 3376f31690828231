import { sha256 } from '../../base/sha256';
import type { ApiKey, Principal } from '../../shared/key';
import type { Engine } from '../engine';
import type { EngineParts } from '../engineParts';
import { localOwner } from '../projects/members/localOwner';
import { MemberStore } from '../projects/members/memberStore';
import { createKey, deleteKey } from './createKey';
import type { KeyParts } from './keyParts';
import { type KeyRow, KeyStore } from './keyStore';
import { LastUses } from './lastUses';
import { mayActFor } from './mayActFor';
import { isKeyForm, makeRawKey } from './rawKey';

type KeyCalls = Pick<Engine, 'listKeys' | 'createKey' | 'deleteKey' | 'authenticateKey'>;

/** The noun `key`: Bearer keys and whom they act for. */
export function createKeys(base: EngineParts): KeyCalls {
  const { db, runner, ports } = base;
  const parts: KeyParts = { ...base, keys: new KeyStore(db), members: new MemberStore(db) };
  const uses = new LastUses(parts.keys, runner);
  const remembered = runner.write('createKey', (params) => {
    const raw = makeRawKey(params.kind ?? 'contox');
    const { id, name, createdAt } = createKey(parts, params, raw);
    return { id, name, createdAt: new Date(createdAt).toISOString(), key: '' };
  });
  return {
    listKeys: runner.read('listKeys', ({ actorId }) =>
      parts.keys
        .list()
        .filter((row) => actorId === undefined || mayActFor(parts, actorId, row.userId) === 'yes')
        .map((row) => toApiKey(row, uses)),
    ),
    // The answer of a changing call is remembered on disk, so the key itself is made after it and only its hash is
    // written. A call that is repeated after its answer was lost gets another key under the same id.
    async createKey(params, options) {
      const made = await remembered(params, options);
      const raw = makeRawKey(params.kind ?? 'contox');
      await runner.commit('createKey', () => parts.keys.replace(made.id, raw.prefix, raw.hash));
      return { ...made, key: raw.key };
    },
    deleteKey: runner.write('deleteKey', (params) => deleteKey(parts, params)),
    authenticateKey: runner.read('authenticateKey', ({ key }) => {
      const row = isKeyForm(key) ? parts.keys.findByHash(sha256(key)) : undefined;
      if (!row) return null;
      uses.note(row, ports.clock.now());
      return toPrincipal(parts, row);
    }),
  };
}

function toPrincipal(parts: KeyParts, row: KeyRow): Principal {
  const owner = parts.members.findUser(localOwner(parts.ports).email);
  return {
    keyId: row.id,
    userId: row.userId,
    kind: row.kind,
    workspaceId: parts.events.store.workspaceId(),
    isLocalOwner: owner?.id === row.userId,
    roles: parts.members.rolesOf(row.userId),
  };
}

function toApiKey(row: KeyRow, uses: LastUses): ApiKey {
  const { id, name, kind, prefix, userId, createdAt } = row;
  const lastUsedAt = uses.of(row);
  return {
    id,
    name,
    kind,
    prefix,
    userId,
    lastUsed: lastUsedAt === null ? null : new Date(lastUsedAt).toISOString(),
    createdAt: new Date(createdAt).toISOString(),
  };
}

import * as z from 'zod';
import type { MemberRole } from './project';

export const keyKind = z.enum(['contox', 'contextSpine']);
export type KeyKind = z.infer<typeof keyKind>;

/** A Bearer key as it may be shown: never the key itself. */
export const apiKey = z.object({
  id: z.string(),
  name: z.string(),
  kind: keyKind,
  /** The first characters of the key, enough to tell one from another. */
  prefix: z.string(),
  /** Whom a request with the key acts for. */
  userId: z.string(),
  lastUsed: z.string().nullable(),
  createdAt: z.string(),
});
export type ApiKey = z.infer<typeof apiKey>;

/** What a client may say when it asks for a key. */
export const createKeyBody = z.object({
  name: z.string().trim().min(1).max(100),
  kind: keyKind.optional(),
  /** Makes a key that acts for this member; only an owner or admin of a project of theirs may. */
  userId: z.string().optional(),
});
/** `actorId`: the user who asks, from the credential and never from the body; absent: the user of this machine. */
const actor = { actorId: z.string().optional() };

export const createKey = createKeyBody.extend(actor);
export type CreateKey = z.infer<typeof createKey>;

export const keyCreated = apiKey.pick({ id: true, name: true, createdAt: true }).extend({
  /** Shown this once; only its SHA-256 is kept. */
  key: z.string(),
});
export type KeyCreated = z.infer<typeof keyCreated>;

export const listKeys = z.object(actor);
export type ListKeys = z.infer<typeof listKeys>;

export const deleteKeyBody = z.object({ keyId: z.string() });
export const deleteKey = deleteKeyBody.extend(actor);
export type DeleteKey = z.infer<typeof deleteKey>;

export const authenticateKey = z.object({ key: z.string().max(200) });
export type AuthenticateKey = z.infer<typeof authenticateKey>;

/** Whom a request acts for and what that user may do. */
export interface Principal {
  readonly keyId: string;
  readonly userId: string;
  readonly kind: KeyKind;
  readonly workspaceId: string;
  /** The user of this machine, who may see the workspace's own log. */
  readonly isLocalOwner: boolean;
  /** Role in each project that the user is a member of, by project id. */
  readonly roles: Readonly<Record<string, MemberRole>>;
}

export interface HmacSecret {
  readonly secret: string;
}

export interface HmacSecretRotated extends HmacSecret {
  /** Until then the secret before this one verifies too. */
  readonly previousValidUntil: string;
}

/** All secrets that verify a signature at this moment, the current one first. */
export interface SigningSecrets {
  readonly secrets: readonly string[];
}

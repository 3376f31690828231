import type { Principal } from '../../../shared/key';
import type { Engine } from '../../engine';
import { forbidden, unauthorized } from '../apiError';
import type { ApiRequest } from '../message';
import type { Caller, Credential } from '../route';
import type { SignatureCheck } from './checkSignature';

export interface Authenticator {
  readonly engine: Engine;
  readonly signatures: SignatureCheck;
}

const nobody: Caller = { isLocalOwner: false, roles: {}, rateKey: '' };

/** Whom a request acts for. Throws `ApiError` 401, 403 and, for a signature of an unknown project, 404. */
export async function authenticate(
  { engine, signatures }: Authenticator,
  credential: Credential,
  request: ApiRequest,
  isSpine: boolean,
): Promise<Caller> {
  if (credential === 'none') return nobody;
  const signed = credential === 'signature' || !isBearer(request) || hasSignature(request);
  if (credential !== 'bearer' && signed) return signatures.check(request);
  const key = bearerKey(request);
  const principal = key === undefined ? null : await engine.authenticateKey({ key });
  if (!principal) throw unauthorized();
  // A Context Spine key is made for the log; a Contox key is good for all of this server.
  if (principal.kind === 'contextSpine' && !isSpine) throw forbidden();
  return toCaller(principal);
}

const isBearer = ({ headers }: ApiRequest): boolean => headers['authorization'] !== undefined;
const hasSignature = ({ headers }: ApiRequest): boolean => headers['x-contox-signature'] !== undefined;

function bearerKey({ headers }: ApiRequest): string | undefined {
  const [, key] = /^bearer +([\w-]{1,200}) *$/i.exec(headers['authorization'] ?? '') ?? [];
  return key;
}

function toCaller({ keyId, userId, isLocalOwner, roles }: Principal): Caller {
  return { userId, isLocalOwner, roles, rateKey: keyId };
}

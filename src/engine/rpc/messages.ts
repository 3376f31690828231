import * as z from 'zod';
import { type EngineMethod, engineCalls } from '../../shared/engineCalls';

const methods = Object.keys(engineCalls) as [EngineMethod, ...EngineMethod[]];

/** What a client says once it is recognised. The params have their own schema, by the method. */
export const clientMessage = z.union([
  z.object({
    call: z.object({
      id: z.number().int().nonnegative(),
      method: z.enum(methods),
      params: z.unknown(),
      requestId: z.string().min(1).max(200),
    }),
  }),
  z.object({ cancel: z.number().int().nonnegative() }),
]);
export type CallMessage = Extract<z.infer<typeof clientMessage>, { call: unknown }>['call'];

/** What a client says first on a socket. */
export const greeting = z.object({
  hello: z.object({
    token: z.string().max(100),
    pid: z.number().int(),
    protocol: z.number().int(),
    schemaVersion: z.number().int(),
  }),
});

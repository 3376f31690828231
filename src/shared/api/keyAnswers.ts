import * as z from 'zod';
import type { HmacSecret, HmacSecretRotated } from '../key';

export const hmacSecret = z.object({ secret: z.string() }) satisfies z.ZodType<HmacSecret>;
export const hmacSecretRotated = hmacSecret.extend({
  previousValidUntil: z.string(),
}) satisfies z.ZodType<HmacSecretRotated>;

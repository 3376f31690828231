import * as z from 'zod';

const id = z.string().min(1).max(200);

/** The parameters of paths. */
export const projectPath = z.object({ projectId: id });
export const contextPath = z.object({ contextId: id });
export const contextVersionPath = z.object({ contextId: id, version: z.coerce.number().int().min(1) });
export const linkPath = z.object({ linkId: id });
export const sessionPath = z.object({ sessionId: id });
export const itemPath = z.object({ itemId: id });
export const eventPath = z.object({ eventId: id });

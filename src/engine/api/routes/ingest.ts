import { ingestBody, ingestResult } from '../../../shared/ingest';
import { type Route, route } from '../route';

export const ingestRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/api/v2/ingest',
    id: 'ingest',
    summary:
      'Takes an event. The answer comes when the event is on disk; the same request again gets the same answer. What it asks for is done where the rules allow it; else the log says why.',
    tag: 'Ingest',
    credential: 'signature',
    project: { of: 'none' },
    body: ingestBody,
    success: 202,
    response: ingestResult,
    errors: [404, 409],
    answer: ({ engine, caller, body, options }) => {
      const [projectId = ''] = Object.keys(caller.roles);
      const { signatureKey } = caller;
      return engine.ingest({ ...body, projectId, ...(signatureKey === undefined ? {} : { signatureKey }) }, options);
    },
  }),
];

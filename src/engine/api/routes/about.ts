import { health } from '../../../shared/api/commonAnswers';
import { type Route, route } from '../route';

/** What the server says of itself, to everybody. `describe` gives the OpenAPI document. */
export function aboutRoutes(version: string, describe: () => unknown): Route[] {
  return [
    route({
      method: 'GET',
      path: '/health',
      id: 'getHealth',
      summary: 'Whether the server answers, and its version.',
      tag: 'Server',
      credential: 'none',
      project: { of: 'none' },
      success: 200,
      response: health,
      answer: async ({ engine }) => {
        await engine.getStoreState({});
        return { status: 'ok', version };
      },
    }),
    route({
      method: 'GET',
      path: '/openapi.json',
      id: 'getOpenApi',
      summary: 'This description.',
      tag: 'Server',
      credential: 'none',
      project: { of: 'none' },
      success: 200,
      answer: async () => describe(),
    }),
  ];
}

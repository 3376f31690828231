import { componentSchemas, type JsonSchema, jsonSchemaOf, parametersOf } from '../../shared/api/schemas';
import type { Credential, Route } from './route';

const errorTexts: Readonly<Record<number, string>> = {
  200: 'The same as an earlier request, which is answered again',
  304: 'It is the one that `If-None-Match` names',
  400: 'The request is not valid',
  401: 'The credential is missing or wrong',
  403: 'The credential is right but not enough',
  404: 'There is no such thing that the caller may see',
  409: 'It contradicts what is there',
  413: 'The body has more than 1 MiB',
  415: 'The body is not application/json',
  429: 'Too many requests',
  500: 'Something went wrong',
};

const security: Readonly<Record<Credential, readonly JsonSchema[]>> = {
  none: [],
  bearer: [{ bearer: [] }],
  signature: [{ project: [], timestamp: [], signature: [] }],
  either: [{ project: [], timestamp: [], signature: [] }, { bearer: [] }],
};

const rateHeader = (description: string): JsonSchema => ({ description, schema: { type: 'integer' } });
const rateHeaders = {
  'X-RateLimit-Limit': { $ref: '#/components/headers/RateLimit' },
  'X-RateLimit-Remaining': { $ref: '#/components/headers/RateRemaining' },
  'X-RateLimit-Reset': { $ref: '#/components/headers/RateReset' },
};

/** The OpenAPI 3.1 document of a table of routes. */
export function describeApi(routes: readonly Route[], version: string): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const route of routes) {
    const operations = paths[route.path] ?? {};
    operations[route.method.toLowerCase()] = operation(route);
    paths[route.path] = operations;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Contox',
      version,
      description: 'Projects, contexts, ingest, sessions, items, Genesis and Context Spine, on this machine.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: componentSchemas(),
      headers: {
        RateLimit: rateHeader('Requests a minute'),
        RateRemaining: rateHeader('Requests that are left in this minute'),
        RateReset: rateHeader('When the minute is over, in Unix seconds'),
      },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'contox_sk_… or, for /v1, sk_live_…' },
        project: { type: 'apiKey', in: 'header', name: 'X-Contox-Project' },
        timestamp: { type: 'apiKey', in: 'header', name: 'X-Contox-Timestamp', description: 'Unix seconds' },
        signature: {
          type: 'apiKey',
          in: 'header',
          name: 'X-Contox-Signature',
          description: 'sha256= and the hexadecimal HMAC-SHA256 of "{timestamp}.{raw body}" under the project’s secret',
        },
      },
    },
  };
}

function operation(route: Route): JsonSchema {
  const parameters = [
    ...(route.params ? parametersOf(route.params).map((one) => ({ ...one, in: 'path', required: true })) : []),
    ...(route.query ? parametersOf(route.query).map((one) => ({ ...one, in: 'query' })) : []),
    ...(route.project.of === 'selected' || route.project.of === 'optional'
      ? [{ name: 'X-Contox-Project', in: 'header', required: false, schema: { type: 'string' } }]
      : []),
    ...(route.cached === true
      ? [{ name: 'If-None-Match', in: 'header', required: false, schema: { type: 'string' } }]
      : []),
  ];
  return {
    operationId: route.id,
    summary: route.summary,
    tags: [route.tag],
    security: security[route.credential],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(route.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: jsonSchemaOf(route.body) } } } }
      : {}),
    responses: responses(route),
  };
}

function responses(route: Route): Record<string, JsonSchema> {
  const answers: Record<string, JsonSchema> = { [route.success]: successAnswer(route) };
  const errors = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } };
  if (route.cached === true) answers[304] = { description: errorTexts[304] ?? '', headers: rateHeaders };
  for (const status of errorsOf(route))
    answers[status] = {
      ...(status < 300 ? successAnswer(route) : { headers: rateHeaders, content: errors }),
      description: errorTexts[status] ?? 'It failed',
    };
  return answers;
}

function successAnswer(route: Route): JsonSchema {
  const link = { Link: { description: 'The next page, `rel="next"`', schema: { type: 'string' } } };
  const tag = { ETag: { description: 'Names this state of the answer', schema: { type: 'string' } } };
  const headers = { ...rateHeaders, ...(route.list === true ? link : {}), ...(route.cached === true ? tag : {}) };
  if (route.success === 204) return { description: 'Done', headers };
  const item = route.response ? jsonSchemaOf(route.response) : { type: 'object' };
  const schema = route.list === true ? { type: 'array', items: item } : item;
  return { description: 'Success', headers, content: { 'application/json': { schema } } };
}

function errorsOf(route: Route): number[] {
  const all = new Set([429, 500, ...(route.errors ?? [])]);
  if (route.credential !== 'none') all.add(401);
  if (route.credential === 'bearer' || route.credential === 'either') all.add(403);
  if (route.project.of !== 'none' || route.params) all.add(404);
  if (route.body || route.query || route.params) all.add(400);
  if (route.body) for (const status of [413, 415]) all.add(status);
  return [...all].sort((a, b) => a - b);
}

import type { FileRouteRule, SegmentNotation } from './fileRouteRule';

export const script = '(?:tsx?|jsx?|mjs|cjs|mts)';

/** What is named `client…` runs in the browser: no request comes in by it. */
export const remixExports = { loader: 'GET', action: 'POST', default: 'GET' };

const modules = (
  id: string,
  dependencies: readonly string[],
  place: string,
  notation: SegmentNotation,
): FileRouteRule => ({
  id,
  name: 'React Router',
  dependencies,
  besides: ['@react-router/dev'],
  places: [
    {
      pattern: new RegExp(`^${place}\\.${script}$`),
      notation,
      gives: 'exports',
      exported: remixExports,
    },
  ],
});

/** The folder conventions of React Router as a framework: which of them, the package says that reads the folder. */
export const reactRouterFiles: readonly FileRouteRule[] = [
  modules('reactRouterFolders', ['react-router-auto-routes'], 'app/routes/(?<path>.{1,300})', 'dollarFolders'),
  modules('reactRouterPlus', ['remix-flat-routes'], 'app/routes/(?<path>.{1,300})', 'dollarPlus'),
  modules('reactRouterFlat', ['@react-router/fs-routes'], 'app/routes/(?<path>[^/]{1,300}(?:/route)?)', 'dollarPlus'),
  {
    id: 'reactRouterTable',
    name: 'React Router',
    dependencies: ['@react-router/dev'],
    places: [
      {
        pattern: new RegExp(`^app/(?<path>.{1,300})\\.${script}$`),
        notation: 'dollars',
        gives: 'nothing',
        exported: remixExports,
      },
    ],
  },
];

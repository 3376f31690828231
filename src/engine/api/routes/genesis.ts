import type { Clock } from '../../../base/clock';
import { startScanBody } from '../../../shared/api/bodies';
import {
  inventory,
  scanCancelled,
  scanResults,
  scanStarted,
  scanStatusAnswer,
} from '../../../shared/api/genesisAnswers';
import { namedProjectQuery, scanResultsQueryString } from '../../../shared/api/queries';
import type { ScanStatus } from '../../../shared/genesis';
import { projectRef } from '../../../shared/project';
import { type Route, route } from '../route';
import { ScanReplays, startScan } from './startScan';

const common = { tag: 'Genesis', credential: 'either', project: { of: 'named' } } as const;

/** Made for each server: it remembers which signed requests were carried out. */
export function genesisRoutes(clock: Clock): Route[] {
  const replays = new ScanReplays(clock);
  return [
    route({
      ...common,
      method: 'POST',
      path: '/api/v2/genesis/start',
      id: 'startScan',
      summary: 'Starts a scan of the folder of a project.',
      body: startScanBody,
      success: 202,
      response: scanStarted,
      errors: [404, 409],
      answer: startScan,
    }),
    route({
      ...common,
      method: 'GET',
      path: '/api/v2/genesis/status',
      id: 'getScanStatus',
      summary: 'How far the latest scan is.',
      query: namedProjectQuery,
      success: 200,
      response: scanStatusAnswer,
      answer: async ({ engine, projectId }) => {
        const status = await engine.getScanStatus({ projectId });
        return { scan: status === null ? null : toScan(status) };
      },
    }),
    route({
      ...common,
      method: 'GET',
      path: '/api/v2/genesis/results',
      id: 'getScanResults',
      summary: 'What the latest scan found; the summary counts all of it, whatever the filters leave.',
      query: scanResultsQueryString,
      success: 200,
      response: scanResults,
      errors: [404],
      answer: async ({ engine, projectId, query }) => {
        const { scan: _scan, ...results } = await engine.getScanResults({ ...query, projectId });
        return results;
      },
    }),
    route({
      ...common,
      method: 'GET',
      path: '/api/v2/genesis/inventory',
      id: 'getScanInventory',
      summary: 'The facts behind the findings: routes, models, dependencies, commands and more.',
      query: namedProjectQuery,
      success: 200,
      response: inventory,
      errors: [404],
      answer: ({ engine, projectId }) => engine.getScanInventory({ projectId }),
    }),
    route({
      ...common,
      method: 'POST',
      path: '/api/v2/genesis/cancel',
      id: 'cancelScan',
      summary: 'Cancels the running scan and keeps what it found.',
      body: projectRef,
      success: 200,
      response: scanCancelled,
      errors: [404],
      answer: ({ engine, caller, projectId, options }) =>
        replays.once(caller, 'No scan in progress', () => engine.cancelScan({ projectId }, options)),
    }),
  ];
}

/** The members of the page, and which code was read. */
function toScan(status: ScanStatus) {
  const { projectId: _projectId, phaseMs: _phaseMs, filesRead: _filesRead, ...scan } = status;
  return scan;
}

import * as z from 'zod';
import {
  type Finding,
  findingLayer,
  findingLayers,
  type IgnoredFinding,
  type ScanCancelled,
  type ScanStarted,
  type ScanSummary,
  scanPhases,
  type Technology,
  techCategories,
} from '../genesis';
import type { Inventory } from '../inventory';

const count = z.number().int();
const phase = z.enum(scanPhases);
const evidence = z.object({
  path: z.string(),
  startLine: count,
  endLine: count,
  fingerprint: z.string().exactOptional(),
});

/** What the routes of Genesis answer. */
export const scanStarted = z.object({ scanId: z.string(), status: phase }) satisfies z.ZodType<ScanStarted>;

export const scanCancelled = z.object({
  scanId: z.string(),
  status: z.literal('cancelled'),
  findingsPreserved: count,
}) satisfies z.ZodType<ScanCancelled>;

export const scanStatus = z.object({
  id: z.string(),
  phase,
  progress: z.number(),
  filesTotal: count,
  filesProcessed: count,
  chunksTotal: count,
  chunksProcessed: count,
  findingsCount: count,
  techStack: z.array(z.string()),
  error: z.string().nullable(),
  startedAt: z.string(),
  completedAt: z.string().nullable(),
  branch: z.string().nullable(),
  commit: z.string().nullable(),
  selective: z.boolean(),
});
/** `scan` is `null` where none ever ran. */
export const scanStatusAnswer = z.object({ scan: scanStatus.nullable() });

export const finding = z.object({
  id: z.string(),
  layer: findingLayer,
  title: z.string(),
  content: z.string(),
  importance: count,
  files: z.array(z.string()),
  tags: z.array(z.string()),
  createdAt: z.string(),
  evidence: z.array(evidence),
  rule: z.string(),
  confidence: z.number(),
  /** The same from scan to scan and on every machine, unlike the id. */
  fingerprint: z.string().exactOptional(),
}) satisfies z.ZodType<Finding>;

/** A finding that somebody decided to leave, with the reason and the last day on which it counts. */
const ignoredFinding = finding.extend({
  ignored: z.object({ reason: z.string(), expiresAt: z.string().nullable() }),
}) satisfies z.ZodType<IgnoredFinding>;

const technology = z.object({
  name: z.string(),
  version: z.string(),
  category: z.enum(techCategories),
  evidence: z.array(evidence),
}) satisfies z.ZodType<Technology>;

const byLayer = z.object(Object.fromEntries(findingLayers.map((layer) => [layer, count])));

export const scanResults = z.object({
  findings: z.array(finding),
  ignored: z.array(ignoredFinding).exactOptional(),
  techStack: z.array(technology),
  summary: z.object({
    totalFindings: count,
    byLayer: byLayer as unknown as z.ZodType<ScanSummary['byLayer']>,
    scanDuration: z.number(),
    filesAnalyzed: count,
    chunksAnalyzed: count,
  }),
  overview: z.object({
    languages: z.array(z.object({ language: z.string(), files: count, lines: count, bytes: count, color: z.string() })),
    filesListed: count,
    linesAnalyzed: count,
    /** How many files were left out, by reason. */
    skipped: z.record(z.string(), count),
    skippedFiles: z.array(z.object({ path: z.string(), reason: z.string() })),
    problems: z.array(z.object({ path: z.string(), message: z.string() })),
  }),
});

const path = z.string();
const strings = z.array(z.string());

export const inventory = z.object({
  routes: z.array(
    z.object({
      method: z.string(),
      path,
      file: path,
      line: count,
      framework: z.string(),
      handler: z.string().exactOptional(),
      declared: z.enum(['explicit', 'implied', 'document']).exactOptional(),
      middleware: strings.exactOptional(),
      prefix: z.literal('unknown').exactOptional(),
    }),
  ),
  models: z.array(
    z.object({
      name: z.string(),
      kind: z.string(),
      fields: z.array(
        z.object({
          name: z.string(),
          type: z.string(),
          key: z.enum(['primary', 'foreign', 'unique']).exactOptional(),
          optional: z.boolean().exactOptional(),
        }),
      ),
      relations: z
        .array(
          z.object({
            field: z.string(),
            to: z.string(),
            kind: z.enum(['one-to-one', 'one-to-many', 'many-to-one', 'many-to-many']),
          }),
        )
        .exactOptional(),
      table: z.string().exactOptional(),
      file: path,
      line: count,
    }),
  ),
  dependencies: z.array(
    z.object({
      ecosystem: z.string(),
      name: z.string(),
      version: z.string(),
      declared: z.string().exactOptional(),
      scope: z.enum(['runtime', 'dev', 'test', 'build', 'optional', 'peer']),
      direct: z.boolean(),
      manifest: path,
      line: count.exactOptional(),
      license: z.string().exactOptional(),
    }),
  ),
  commands: z.array(
    z.object({
      name: z.string(),
      run: z.string(),
      file: path,
      line: count.exactOptional(),
      kind: z.enum(['script', 'make', 'binary', 'task', 'cli', 'job']).exactOptional(),
    }),
  ),
  environment: z.array(
    z.object({
      name: z.string(),
      files: strings,
      lines: z.array(count).exactOptional(),
      documentedIn: path.exactOptional(),
    }),
  ),
  modules: z.array(
    z.object({
      path,
      files: count,
      language: z.string(),
      lines: count.exactOptional(),
      isPackage: z.boolean().exactOptional(),
    }),
  ),
  edges: z.array(
    z.object({
      from: path,
      to: path,
      kind: z.enum(['import', 'dependency']),
      count: count.exactOptional(),
      loose: z.literal(true).exactOptional(),
    }),
  ),
  files: z.array(z.object({ path, lines: count, changes: count })).exactOptional(),
  entryPoints: z
    .array(
      z.object({
        kind: z.enum(['graphql', 'grpc', 'rpc', 'websocket', 'cli', 'job', 'consumer', 'function', 'page', 'library']),
        name: z.string(),
        file: path,
        line: count,
        framework: z.string(),
        handler: z.string().exactOptional(),
        schedule: z.string().exactOptional(),
      }),
    )
    .exactOptional(),
}) satisfies z.ZodType<Inventory>;

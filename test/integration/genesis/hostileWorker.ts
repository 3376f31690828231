import { parentPort, workerData } from 'node:worker_threads';
import type { Extractor } from '../../../src/engine/genesis/extractor';
import type { Analyzer } from '../../../src/engine/genesis/scanModel';
import { serveScanWork } from '../../../src/engine/genesis/work/serveScanWork';
import type { WorkerSettings } from '../../../src/engine/genesis/work/workProtocol';

// A scan worker whose analyzers do to it whatever a file tells them to.

function misbehave(text: string): void {
  if (text.includes('LOOP')) for (;;);
  if (text.includes('BACKTRACK')) /^(a+)+$/.test(`${'a'.repeat(60)}!`);
  if (text.includes('EXIT')) process.exit(3);
  if (text.includes('MEMORY')) {
    const kept: string[][] = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, (_value, index) => `${index}`));
  }
  if (text.includes('RECURSE')) misbehave(text);
}

const hostile: Extractor<{ readonly first: string }> = {
  id: 'hostile',
  version: 1,
  wants: () => true,
  extract(file) {
    misbehave(file.text);
    return { first: file.lineText(1) };
  },
};

const analyzers: readonly Analyzer[] = [
  {
    id: 'hostile',
    extractors: [hostile],
    synthesizers: [
      {
        id: 'hostile/early',
        run(model, report) {
          for (const [file, { first }] of model.factsOf(hostile))
            report.finding({
              layer: 'product',
              rule: 'hostile/file',
              key: file.path,
              title: `${file.path} says ${first}`,
              content: first,
              importance: 1,
              confidence: 1,
              tags: [],
              evidence: [{ path: file.path, startLine: 1, endLine: 1 }],
            });
        },
      },
      {
        id: 'hostile/dying',
        run(model) {
          if (model.byPath.has('kill-synthesizer.ts')) process.exit(4);
        },
      },
    ],
  },
];

if (parentPort !== null) void serveScanWork(parentPort, workerData as WorkerSettings, analyzers);

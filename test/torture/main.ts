// The long run of the crash tests: `npm run torture -- --kills 300 --points 600 --transactions 5000 --windows 4 --seed 1`.
import { parseArgs } from 'node:util';
import { testFaultyDisk } from './faultyDisk';
import { testKilledCluster } from './killCluster';
import { testKilledStore } from './killStore';
import { type PowerLossOptions, testPowerLoss } from './powerLoss';

interface Outcome {
  readonly report: object;
  /** What must not be; empty when the store kept its promises. */
  readonly wrong: readonly string[];
}

const number = (value: string): number => {
  const result = Number(value);
  if (!Number.isSafeInteger(result) || result < 0) throw new Error(`${value} is not a count.`);
  return result;
};

function readOptions() {
  const text = (fallback: number) => ({ type: 'string', default: String(fallback) }) as const;
  const { values } = parseArgs({
    options: {
      kills: text(200),
      points: text(600),
      transactions: text(5000),
      windows: text(4),
      seed: text(Date.now() % 100_000),
    },
  });
  return {
    kills: number(values.kills),
    points: number(values.points),
    transactions: number(values.transactions),
    windows: number(values.windows),
    seed: number(values.seed),
  };
}

const lossOf = (counts: Readonly<Record<string, number>>, faults: readonly string[]): string[] => [
  ...Object.entries(counts).flatMap(([name, count]) => (count > 0 ? [`${count} ${name}`] : [])),
  ...faults,
];

async function power(options: PowerLossOptions): Promise<Outcome> {
  const report = await testPowerLoss(options);
  return { report, wrong: lossOf({ lost: report.lost, broken: report.broken }, report.examples) };
}

/** A control loses something, or the simulation is worth nothing. */
async function control(options: PowerLossOptions): Promise<Outcome> {
  const report = await testPowerLoss(options);
  return { report, wrong: report.lost + report.broken > 0 ? [] : ['the control lost nothing'] };
}

async function faults(options: Parameters<typeof testFaultyDisk>[0]): Promise<Outcome> {
  const report = await testFaultyDisk(options);
  return { report, wrong: lossOf({ lost: report.lost }, report.faults) };
}

async function main(): Promise<number> {
  const { kills, points, transactions, windows, seed } = readOptions();
  const loss = { points, entries: 250, seed };
  const disk = { transactions, seed, writes: 0.005, syncs: 0.03 };
  const steps: readonly (readonly [string, () => Promise<Outcome>])[] = [
    ['loss of power', () => power(loss)],
    ['loss of power after failed syncs', () => power({ ...loss, failingSyncs: 0.1 })],
    ['loss of power where a third of the syncs fail', () => power({ ...loss, failingSyncs: 0.33 })],
    ['control: no sync for each commit', () => control({ ...loss, synchronous: 'NORMAL' })],
    ['control: a disk that never syncs', () => control({ ...loss, syncs: false })],
    ['input/output errors', () => faults({ ...disk, errno: 'EIO' })],
    ['full disk', () => faults({ ...disk, errno: 'ENOSPC' })],
    [
      'killed owner',
      async () => {
        const report = await testKilledStore({ kills, seed });
        return { report, wrong: lossOf({ lost: report.lost }, report.faults) };
      },
    ],
    [
      'killed windows',
      async () => {
        const report = await testKilledCluster({ windows, kills, seed });
        return { report, wrong: lossOf({ lost: report.lost, doubled: report.doubled }, report.faults) };
      },
    ],
  ];
  console.log(`seed ${seed}`);
  let failed = 0;
  for (const [name, step] of steps) {
    const { report, wrong } = await step();
    console.log(`${wrong.length === 0 ? 'ok    ' : 'FAILED'} ${name} ${JSON.stringify(report)}`);
    for (const line of wrong) console.log(`       ${line}`);
    if (wrong.length > 0) failed += 1;
  }
  console.log(failed === 0 ? 'Nothing acknowledged was lost or doubled.' : `${failed} of ${steps.length} failed.`);
  return failed === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);

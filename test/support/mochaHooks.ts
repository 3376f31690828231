import * as fc from 'fast-check';

/**
 * Properties are tried with the same cases each time, so that a red run tells of the change and not of luck;
 * `CONTOX_SEED=random` looks for new ones, and `CONTOX_SEED=<number>` repeats what it printed.
 */
const seed = process.env['CONTOX_SEED'] ?? '20261122';
if (seed !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });

/**
 * A rejected promise that nobody awaits and a warning that nobody reads are failures: both hide bugs.
 */
process.on('unhandledRejection', (reason) => {
  throw reason instanceof Error ? reason : new Error(String(reason));
});

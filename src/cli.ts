import './cli/beforeAll';
import { offerCollection } from './base/offerCollection';
import { main } from './cli/main';

offerCollection();

const interrupt = new AbortController();
const stop = (): void => {
  // The second one is for good.
  if (interrupt.signal.aborted) process.exit(1);
  interrupt.abort();
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

let keep: () => void = () => undefined;
const { stdout, stderr } = process;
const streams = { stdout, stderr, signal: interrupt.signal, distDir: __dirname, onSeenMuch: () => keep() };
void main(process.argv.slice(2), streams).then((code) => {
  process.exitCode = code;
});

/** Sets what is called once most of what a scan needs was compiled. */
export function keepCodeBy(keepCode: () => void): void {
  keep = keepCode;
}

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

const { stdout, stderr } = process;
void main(process.argv.slice(2), { stdout, stderr, signal: interrupt.signal, distDir: __dirname }).then((code) => {
  process.exitCode = code;
});

import { main } from './cli/main';

const interrupt = new AbortController();
process.on('SIGINT', () => {
  // The second one is for good.
  if (interrupt.signal.aborted) process.exit(1);
  interrupt.abort();
});

const { stdout, stderr } = process;
void main(process.argv.slice(2), { stdout, stderr, signal: interrupt.signal, distDir: __dirname }).then((code) => {
  process.exitCode = code;
});

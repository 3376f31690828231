import type { PlacedCommand } from '../commandList';

/** A script that packs or serves pages and nothing else, or what only starts such a script of `package.json`. */
export function servesPages(commands: readonly PlacedCommand[], command: PlacedCommand, depth = 0): boolean {
  const { kind, folder, does = '' } = command;
  if (kind === 'script' && packs(command)) return true;
  const name = /^(?:npm|pnpm|yarn|bun)(?: run)? ([\w:.-]{1,60})$/.exec(does)?.[1];
  const script = commands.find((one) => one.kind === 'script' && one.folder === folder && one.name === name);
  return script !== undefined && script !== command && depth < mostSteps && servesPages(commands, script, depth + 1);
}

/** A script may only start another one, which starts a third. */
const mostSteps = 3;

function packs(script: PlacedCommand): boolean {
  const steps = (script.does ?? '').split('&&').map((step) => step.trim());
  const isPacking = (step: string): boolean => isBundling({ ...script, does: step }) || watchesPages.test(step);
  return steps.some(isPacking) && steps.every((step) => isPacking(step) || readiesPages.test(step));
}

/** Several scripts at once, of which one watches or serves pages and none a server. */
const watchesPages =
  /^(?:npm-run-all|run-[ps]|concurrently)\b(?!.{0,300}(?:\b(?:artisan|rails|foreman|manage\.py|flask|uvicorn|gunicorn|node(?:mon)?|tsx|ts-node|go|cargo|python\d?|php|mix|dotnet|next|nest)\b|(?<!-)\bserver\b)).{0,200}\b(?:webpack|vite|watch)/;
const readiesPages = /^(?:(?:npm|pnpm|yarn|bun) (?:run )?[\w:.-]{1,60}|rimraf\b.{0,200}|rm\b.{0,200})$/;

/** What packs the pages of a server neither runs nor builds the server. */
function isBundling({ kind, does = '' }: PlacedCommand): boolean {
  return (
    kind === 'script' &&
    /^(?:(?:npx|cross-env|dotenv|[A-Z_]{1,30}=\S{1,60})\s{1,5}(?:[A-Z_]{1,30}=\S{1,60}\s)?){0,2}(?:vite|webpack|webpack-dev-server|mix|encore|parcel|rollup|gulp|grunt|esbuild|tailwindcss|postcss|sass|tsc|(?:node|bun|tsx) (?:\.\/)?(?:esbuild|webpack|rollup|vite|gulpfile)(?:[.-]\w{1,20}){0,3}\.[cm]?[jt]s)\b/.test(
      does,
    )
  );
}

import type { ScanModel } from '../../../scanModel';
import type { PlacedCommand } from '../commandList';

/** Tells scripts that pack or serve pages and do nothing else, and what only starts such scripts of `package.json`. */
export function pagesCheck(commands: readonly PlacedCommand[]): (command: PlacedCommand) => boolean {
  const scripts = new Map(
    commands.flatMap((one) => (one.kind === 'script' ? [[`${one.folder}\n${one.name}`, one] as const] : [])),
  );
  const serves = (command: PlacedCommand, depth: number): boolean => {
    const { kind, folder, does = '' } = command;
    const steps = kind === 'script' ? does.split('&&').map((step) => step.trim()) : [does];
    const isPacking = (step: string): boolean => {
      if (kind === 'script' && (isBundling(step) || watchesPages.test(step))) return true;
      const name = /^(?:npm|pnpm|yarn|bun)(?: run)? ([\w:.-]{1,60})(?: --)?$/.exec(step)?.[1];
      const script = scripts.get(`${folder}\n${name}`);
      return script !== undefined && script !== command && depth < mostSteps && serves(script, depth + 1);
    };
    const packs = steps.slice(0, mostCommands).map(isPacking);
    return packs.includes(true) && steps.every((step, at) => packs[at] === true || readiesPages.test(step));
  };
  return (command) => serves(command, 0);
}

/** A script may only start another one, which starts a third. */
const mostSteps = 3;
const mostCommands = 5;

/** Several scripts at once, of which one watches or serves pages and none a server. */
const watchesPages =
  /^(?:npm-run-all|run-[ps]|concurrently)\b(?!.{0,300}(?:\b(?:artisan|rails|foreman|manage\.py|flask|uvicorn|gunicorn|node(?:mon)?|tsx|ts-node|go|cargo|python\d?|php|mix|dotnet|next|nest)\b|(?<!-)\bserver\b)).{0,200}\b(?:webpack|vite|watch)/;
const readiesPages = /^(?:(?:npm|pnpm|yarn|bun) (?:run )?[\w:.-]{1,60}|rimraf\b.{0,200}|rm\b.{0,200})$/;

/** What packs the pages of a server neither runs nor builds the server. */
const isBundling = (step: string): boolean =>
  /^(?:(?:npx|cross-env|dotenv|[A-Z_]{1,30}=\S{1,60})\s{1,5}(?:[A-Z_]{1,30}=\S{1,60}\s)?){0,2}(?:vite|webpack|webpack-dev-server|mix|encore|parcel|rollup|gulp|grunt|esbuild|tailwindcss|postcss|sass|tsc|ng (?:serve|build)|(?:react-scripts|craco|vue-cli-service|wp-scripts) (?:start|serve|build)|(?:node|bun|tsx) (?:\.\/)?(?:esbuild|webpack|rollup|vite|gulpfile)(?:[.-]\w{1,20}){0,3}\.[cm]?[jt]s)\b/.test(
    step,
  );

/** Tauri puts pages into a window and starts what packs them: by themselves they are no program. */
export function windowOf(
  { byPath }: ScanModel,
  commands: readonly PlacedCommand[],
  command: PlacedCommand,
): PlacedCommand | undefined {
  const settings = command.folder === '' ? 'src-tauri/tauri.conf.json' : `${command.folder}/src-tauri/tauri.conf.json`;
  const { kind, does = '' } = command;
  if (kind !== 'script' || !byPath.has(settings) || /\btauri\b/.test(does)) return undefined;
  return commands.find((one) => one.kind === 'script' && one.file === command.file && one.does?.trim() === 'tauri');
}

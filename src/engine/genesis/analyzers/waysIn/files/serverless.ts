import type { SourceFile } from '../../../sourceFile';
import { childBlocks, type YamlBlock } from '../../commands/formats/yamlBlocks';
import type { WayFact } from '../wayRule';

/** The value of a key somewhere in a block. */
function valueIn(block: YamlBlock, key: string): string | undefined {
  const pattern = new RegExp(`^\\s{0,60}(?:-\\s{1,9})?${key}:\\s{0,9}["']?([^"'#\\n]{1,200})`);
  for (const row of block.body) {
    const found = pattern.exec(row.text)?.[1]?.trim();
    if (found !== undefined && found !== '') return found;
  }
  return undefined;
}

const withHandler = (handler: string | undefined): { handler?: string } => (handler === undefined ? {} : { handler });

/** Functions of the Serverless Framework. */
export function serverlessFunctions(file: SourceFile): WayFact[] {
  return childBlocks(file.text, 'functions').flatMap((block) => {
    const handler = valueIn(block, 'handler') ?? valueIn(block, 'image');
    return handler === undefined
      ? []
      : [{ kind: 'function', framework: 'Serverless Framework', name: block.key, line: block.line, handler } as const];
  });
}

/** Functions in a template of AWS. */
export function templateFunctions(file: SourceFile): WayFact[] {
  return childBlocks(file.text, 'Resources').flatMap((block) => {
    const type = valueIn(block, 'Type') ?? '';
    if (!/^AWS::(?:Serverless|Lambda)::Function$/.test(type)) return [];
    const framework = type.includes('Serverless') ? 'AWS SAM' : 'CloudFormation';
    return [
      { kind: 'function', framework, name: block.key, line: block.line, ...withHandler(valueIn(block, 'Handler')) },
    ];
  });
}

/** A folder with a `function.json` is a function of Azure. */
export function azureFunction(file: SourceFile): WayFact[] {
  const folder = file.path.split('/').at(-2);
  if (folder === undefined || !/"type"\s{0,5}:\s{0,5}"\w{1,40}[tT]rigger"/.test(file.text)) return [];
  const handler = /"scriptFile"\s{0,5}:\s{0,5}"([^"\n]{1,200})"/.exec(file.text)?.[1];
  return [{ kind: 'function', framework: 'Azure Functions', name: folder, line: 1, ...withHandler(handler) }];
}

const farthest = 8;

/** The worker of a wrangler configuration, and when it is woken. */
export function cloudflareWorker(file: SourceFile): WayFact[] {
  const { text } = file;
  const main = /^\s{0,10}"?main"?\s{0,5}[:=]\s{0,5}"([^"\n]{1,200})"/m.exec(text);
  const named = /^\s{0,10}"?name"?\s{0,5}[:=]\s{0,5}"([^"\n]{1,100})"/m.exec(text);
  const name = named?.[1] ?? 'worker';
  const lineOf = (match: RegExpExecArray): number => file.lineAt(match.index + match[0].search(/\S/));
  const facts: WayFact[] = [];
  if (main !== null) {
    const lines = [named, main].flatMap((match) => (match === null ? [] : [lineOf(match)])).sort((a, b) => a - b);
    const [line = 1, endLine = line] = lines;
    const isNear = endLine > line && endLine - line <= farthest;
    const place = isNear ? { line, endLine } : { line: lineOf(named ?? main) };
    const start = (main[1] ?? '').replace(/^\.\//, '');
    const handler = start.startsWith('.') ? start : file.path.slice(0, file.path.lastIndexOf('/') + 1) + start;
    facts.push({ kind: 'function', framework: 'Cloudflare Workers', name, ...place, handler });
  }
  const crons = /"?\bcrons"?\s{0,5}[:=]\s{0,5}\[([^\]]{0,400})\]/.exec(text);
  for (const [, schedule = ''] of (crons?.[1] ?? '').matchAll(/"([^"\n]{1,80})"/g))
    facts.push({
      kind: 'job',
      framework: 'Cloudflare Workers',
      name,
      line: file.lineAt(crons?.index ?? 0),
      schedule,
    });
  return facts;
}

import type { SourceFile } from '../../../sourceFile';
import type { WayFact } from '../wayRule';

const cronLine = /^\s{0,20}(?:-\s{1,5})?cron:\s{0,5}["']?([^"'#\n]{5,80})/;

/** Workflows that GitHub starts by the clock. */
export function workflowSchedules(file: SourceFile): WayFact[] {
  const name =
    /^name:\s{0,9}["']?([^"'\n]{1,80})/m.exec(file.text)?.[1]?.trim() ??
    file.path.slice(file.path.lastIndexOf('/') + 1);
  return file.text.split('\n').flatMap((line, index) => {
    const schedule = cronLine.exec(line)?.[1]?.trim();
    return schedule === undefined
      ? []
      : [{ kind: 'job', framework: 'GitHub Actions', name, line: index + 1, schedule } as const];
  });
}

/** In lines, from what it is to when it runs. */
const farthest = 12;

/** `kind: CronJob` of Kubernetes, in a plain manifest or a template. */
export function kubernetesCronJobs(file: SourceFile): WayFact[] {
  // What shows how it may be deployed.
  if (/[._-](?:examples?|samples?)[._-][^/]{0,40}$/.test(file.path)) return [];
  const facts: WayFact[] = [];
  let offset = 0;
  for (const document of file.text.split(/^---/m)) {
    const kind = /^kind:\s{0,5}CronJob\b/m.exec(document);
    const name =
      /^metadata:\s{0,5}\n(?:[ \t]{1,10}[^\n]{0,300}\n){0,10}?[ \t]{1,10}name:\s{0,5}["']?([^\n"']{1,120})/m
        .exec(document)?.[1]
        ?.trim() ?? 'CronJob';
    // A template that makes the name makes as many jobs as it is given.
    if (kind !== null && !name.includes('{{')) {
      const when = /^[ \t]{1,10}schedule:\s{0,5}["']?([^"'#\n]{3,80})/m.exec(document);
      const said = when?.[1]?.trim();
      const schedule = said?.includes('{{') === true ? undefined : said;
      const line = file.lineAt(offset + kind.index);
      const endLine = when === null ? line : file.lineAt(offset + when.index);
      facts.push({
        kind: 'job',
        framework: 'Kubernetes',
        name,
        line,
        ...(endLine > line && endLine - line <= farthest ? { endLine } : {}),
        ...(schedule === undefined ? {} : { schedule }),
      });
    }
    offset += document.length + 3;
  }
  return facts;
}

/** Paths that Vercel calls by the clock. */
export function vercelCrons(file: SourceFile): WayFact[] {
  const found = file.text.matchAll(
    /\{\s{0,40}"path"\s{0,5}:\s{0,5}"([^"\n]{1,200})"\s{0,5},\s{0,40}"schedule"\s{0,5}:\s{0,5}"([^"\n]{1,80})"/g,
  );
  return [...found].map((match) => ({
    kind: 'job',
    framework: 'Vercel Cron',
    name: match[1] ?? '',
    line: file.lineAt(match.index + match[0].indexOf('"path"')),
    endLine: file.lineAt(match.index + match[0].length),
    schedule: match[2] ?? '',
  }));
}

/** App Engine's `cron.yaml`. */
export function appEngineCron(file: SourceFile): WayFact[] {
  const facts: WayFact[] = [];
  let url: { name: string; line: number } | undefined;
  for (const [index, line] of file.text.split('\n').entries()) {
    const path = /^\s{0,10}(?:-\s{1,5})?url:\s{0,5}["']?([^\s"']{1,200})/.exec(line)?.[1];
    const schedule = /^\s{0,10}(?:-\s{1,5})?schedule:\s{0,5}["']?([^"'#\n]{1,80})/.exec(line)?.[1]?.trim();
    if (path !== undefined) url = { name: path, line: index + 1 };
    else if (schedule !== undefined && url !== undefined)
      facts.push({ kind: 'job', framework: 'App Engine cron', ...url, schedule });
  }
  return facts;
}

const cronEntry =
  /^((?:[\d*/,-]{1,30}[ \t]{1,8}){4}[\w*/,-]{1,30}|@(?:reboot|hourly|daily|weekly|monthly|yearly|annually|midnight))[ \t]{1,8}(\S[^\n]{0,200})$/;

/** In a table of the whole system the user who runs a command stands before it. */
const ofSystem = /(?:^|\/)cron\.d\//;
const namesUser = /^#.{0,200}\buser(?:[- ]?name)?\s{1,20}(?:command|cmd)\b/im;
const usualUser = /^(?:root|www-data|nobody|apache|nginx)\s/;

export function crontab(file: SourceFile): WayFact[] {
  const hasUser = ofSystem.test(file.path) || namesUser.test(file.text);
  return file.text.split('\n').flatMap((line, index) => {
    const [, schedule, written] = cronEntry.exec(line.trim()) ?? [];
    if (schedule === undefined || written === undefined) return [];
    const isRunBy = (hasUser || usualUser.test(written)) && /^[a-z_][\w-]{0,31}\s+\S/.test(written);
    const command = isRunBy ? written.replace(/^\S+\s+/, '') : written;
    return [{ kind: 'job', framework: 'crontab', name: command.slice(0, 120), line: index + 1, schedule } as const];
  });
}

import type { EntryPoint } from '../../../../shared/inventory';

const longestSchedule = 120;
/** What only names tasks, with what declares them. */
const timeTables: Readonly<Record<string, string>> = { 'Celery beat': 'Celery', 'Laravel scheduler': 'Laravel queue' };
const declaring: ReadonlySet<string> = new Set(Object.values(timeTables));

/** A time table names tasks that stand elsewhere: one that was found is that job with its time, not another. */
export function withSchedules(entries: readonly EntryPoint[]): EntryPoint[] {
  const tasks = new Map<string, EntryPoint[]>();
  for (const entry of entries)
    if (declaring.has(entry.framework ?? '')) {
      const key = `${entry.framework} ${lastPart(entry.name)}`;
      tasks.set(key, [...(tasks.get(key) ?? []), entry]);
    }
  const times = new Map<EntryPoint, string[]>();
  const left = entries.filter((entry) => {
    const table = timeTables[entry.framework ?? ''];
    const meant = table === undefined ? [] : (tasks.get(`${table} ${entry.name}`) ?? []);
    const [task] = meant;
    if (task === undefined) return true;
    // Of several of one name it is not told which is meant.
    if (meant.length === 1 && entry.schedule !== undefined)
      times.set(task, [...(times.get(task) ?? []), entry.schedule]);
    return false;
  });
  return left.map((entry) => {
    const schedule = times.get(entry)?.join(', ').slice(0, longestSchedule);
    return schedule === undefined ? entry : { ...entry, schedule };
  });
}

const lastPart = (name: string): string => name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('\\')) + 1);

import type { EntryPoint } from '../../../../shared/inventory';

const longestSchedule = 120;

/** A time table names tasks that stand elsewhere: one that was found is that job with its time, not another. */
export function withSchedules(entries: readonly EntryPoint[]): EntryPoint[] {
  const tasks = new Map<string, EntryPoint[]>();
  for (const entry of entries)
    if (entry.framework === 'Celery')
      tasks.set(lastPart(entry.name), [...(tasks.get(lastPart(entry.name)) ?? []), entry]);
  const times = new Map<EntryPoint, string[]>();
  const left = entries.filter((entry) => {
    const meant = entry.framework === 'Celery beat' ? (tasks.get(entry.name) ?? []) : [];
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

const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

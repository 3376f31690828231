const plurals: Readonly<Record<string, string>> = { entry: 'entries', directory: 'directories' };

/** A number with its unit, as people write it: `1 file`, `1,204 files`. */
export function counted(count: number, unit: string): string {
  return `${formatNumber(count)} ${count === 1 ? unit : (plurals[unit] ?? `${unit}s`)}`;
}

/** With a comma between thousands. */
export function formatNumber(value: number): string {
  return value.toLocaleString('en-US');
}

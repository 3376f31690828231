const dayMs = 86_400_000;

/** The day of an instant in the user's zone, as `2026-11-22`; days compare as texts. */
export function dayOf(at: number | string): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return Number.isNaN(date.getTime()) ? '' : `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** `Today`, `Yesterday`, `Friday, 20 November`, and with the year where it is another one. */
export function dayName(at: number | string, now: number): string {
  const day = dayOf(at);
  if (day === '') return 'At an unknown time';
  if (day === dayOf(now)) return 'Today';
  if (day === dayOf(now - dayMs)) return 'Yesterday';
  const date = new Date(at);
  const weekday = date.toLocaleDateString('en-GB', { weekday: 'long' });
  const name = `${weekday}, ${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })}`;
  return date.getFullYear() === new Date(now).getFullYear() ? name : `${name} ${date.getFullYear()}`;
}

/** The time of day in the user's zone: `09:05`. */
export function timeOfDay(at: number | string): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return Number.isNaN(date.getTime()) ? 'unknown' : `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** How long something took, in whole minutes: `< 1 min`, `42 min`, `2 h 5 min`. */
export function spanOf(from: number | string, to: number | string): string {
  const minutes = Math.floor((new Date(to).getTime() - new Date(from).getTime()) / 60_000);
  if (!(minutes >= 1)) return '< 1 min';
  const rest = minutes % 60;
  if (minutes < 60) return `${minutes} min`;
  return rest === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}

import type { WayRule } from '../wayRule';

const kind = 'job' as const;

/** What the clock and the queue of Laravel start. */
export const laravelJobRules: readonly WayRule[] = [
  {
    id: 'laravelSchedule',
    kind,
    framework: 'Laravel scheduler',
    languages: ['php'],
    needs: ['$schedule->', 'Schedule::'],
    find: /(?:\$schedule->|\bSchedule::)(?:command|job|exec)\(\s{0,20}(?:new\s{1,5})?(?:['"](?<name>[\w:.-][^'"\n]{0,80})['"]|\\?(?<handler>[A-Z][\w\\]{0,120}))/g,
  },
  {
    // What a closure calls; a facade of the framework says nothing of it.
    id: 'laravelScheduleCall',
    kind,
    framework: 'Laravel scheduler',
    languages: ['php'],
    needs: ['$schedule->call', 'Schedule::call'],
    find: /(?:\$schedule->|\bSchedule::)call\(\s{0,40}(?:\[\s{0,20}|new\s{1,5}|(?:static\s{1,5})?fn\s{0,3}\(\)\s{0,5}=>\s{0,20}|(?:static\s{1,5})?function\s{0,3}\([^)\n]{0,80}\)[^{;]{0,100}\{\s{0,60})(?:Artisan::call\(\s{0,10}['"](?<name>[\w:.-]{1,80})|(?:\(?new\s{1,5}|app\(|resolve\()?\\?(?<handler>(?!(?:Artisan|Auth|Cache|Carbon|Config|DB|Event|File|Http|Log|Mail|Notification|Process|Queue|Redis|Storage)\b)[A-Z][\w\\]{0,120}))/g,
  },
  {
    id: 'laravelJob',
    kind,
    framework: 'Laravel queue',
    languages: ['php'],
    needs: ['ShouldQueue'],
    // Notifications and mails may be sent by the queue, too.
    path: /(?:^|\/)(?:Jobs|Notifications|Mails?)\//,
    find: /^(?:final\s{1,5}|abstract\s{1,5}|readonly\s{1,5}){0,2}class\s{1,5}(?<name>(?!ExampleJob\b)\w{1,100})[^{\n]{0,200}\bimplements\b[^{\n]{0,120}\bShouldQueue\b/gm,
  },
  {
    // A job of the project may be the base of others, and only its file says that a queue runs it.
    id: 'laravelJobBelow',
    kind,
    framework: 'Laravel queue',
    languages: ['php'],
    needs: ['extends'],
    path: /(?:^|\/)Jobs\//,
    find: /^(?:final\s{1,5}|abstract\s{1,5}|readonly\s{1,5}){0,2}class\s{1,5}(?<name>(?!ExampleJob\b)\w{1,100})\s{1,5}extends\s{1,5}(?<base>\\?[\w\\]{1,150})/gm,
    isByBase: true,
  },
];

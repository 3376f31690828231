import type { WayRule } from '../wayRule';

const kind = 'job' as const;

/** Projects with a clock of their own call what it starts so, by custom. */
const ownTask = /\bI(?:Scheduled?|Recurring|Cron|Periodic)(?:Task|Job)\b/;

/** Work that a clock or a queue starts, in .NET. */
export const dotnetJobRules: readonly WayRule[] = [
  {
    id: 'quartzNet',
    kind,
    framework: 'Quartz.NET',
    languages: ['csharp'],
    needs: ['using Quartz', 'Coravel'],
    find: /\bclass\s{1,5}(?<name>\w{1,100})(?:\([^)]{0,300}\))?\s{0,20}:\s{0,5}(?:[\w<>]{1,60},\s{0,5}){0,4}(?:IJob|IInvocable)\b/g,
  },
  {
    id: 'hangfire',
    kind,
    framework: 'Hangfire',
    languages: ['csharp'],
    needs: ['RecurringJob', 'IRecurringJobManager', 'Hangfire'],
    find: /\b(?:RecurringJob|\w{0,40}[rR]ecurringJobs?(?:Manager)?)\.AddOrUpdate(?:<[\w.]{1,80}>)?\(\s{0,40}(?:recurringJobId:\s{0,4})?(?:\$?"(?<name>[^"\n]{1,80})"|(?<handler>nameof\([\w.]{1,80}\)|[A-Z][\w.]{0,80}(?=\s{0,4},)))/g,
  },
  {
    id: 'hostedService',
    kind,
    framework: 'ASP.NET Core',
    languages: ['csharp'],
    // A mere `IHostedService` often does something once, at the start.
    needs: ['BackgroundService'],
    holds: /\bwhile\s{0,5}\(|PeriodicTimer|\bawait\s{1,5}foreach\b/,
    // What runs all tasks of the project's own kind is none of them.
    counts: (text) => !ownTask.test(text),
    find: /\bclass\s{1,5}(?<name>\w{1,100})(?:\([^)]{0,400}\))?\s{0,20}:\s{0,5}(?:[\w<>]{1,60},\s{0,5}){0,4}BackgroundService\b/g,
  },
  {
    id: 'hostedTimer',
    kind,
    framework: 'ASP.NET Core',
    languages: ['csharp'],
    needs: ['IHostedService'],
    // What is started once may make something that goes on by itself.
    holds: /\bnew\s{1,5}(?:System\.Threading\.)?(?:Periodic)?Timer\(/,
    find: /\bclass\s{1,5}(?<name>\w{1,100})(?:\([^)]{0,400}\))?\s{0,20}:\s{0,5}(?:[\w<>]{1,60},\s{0,5}){0,4}IHostedService\b/g,
  },
  {
    id: 'furionJobs',
    kind,
    framework: 'Furion',
    languages: ['csharp'],
    needs: ['[JobDetail('],
    find: /^[ \t]{0,20}\[JobDetail\(\s{0,10}"(?<name>[^"\n]{1,100})"/gm,
    decorates: 'class',
  },
  {
    id: 'ownSchedule',
    kind,
    framework: 'scheduled tasks',
    languages: ['csharp'],
    needs: ['Schedule', 'Scheduled', 'Recurring', 'Cron', 'Periodic'].flatMap((word) => [
      `I${word}Task`,
      `I${word}Job`,
    ]),
    find: /\bclass\s{1,5}(?<name>\w{1,100})(?:\([^)]{0,400}\))?\s{0,20}:\s{0,5}(?:[\w<>.]{1,60},\s{0,5}){0,4}I(?:Scheduled?|Recurring|Cron|Periodic)(?:Task|Job)\b/g,
  },
];

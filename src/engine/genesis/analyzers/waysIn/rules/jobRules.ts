import { unlessGiven } from '../readers/pythonCommands';
import type { WayRule } from '../wayRule';
import { dotnetJobRules } from './dotnetJobRules';
import { jvmJobRules } from './jvmJobRules';
import { laravelJobRules } from './laravelJobRules';

const script = ['javascript', 'typescript', 'tsx'] as const;
const kind = 'job' as const;
const lastPart = (name: string): string => name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1);

/** What a job of Rails does, or where it may have that from. */
const performs = /\bperform\b|\b(?:include|extend|prepend)\s/;

/** Workers of queues; the function that one is given stands behind the queue. */
const bullJob =
  /(?:\bnew\s{1,5}Worker(?:<[\w\s,.<>{}:]{0,120}>)?\(\s{0,40}|@Processor\(\s{0,20}(?:\{\s{0,20}name:\s{0,10})?|@Process\(\s{0,20}(?:\{\s{0,20}name:\s{0,10})?)(?:['"`](?<name>[\w:.@/ -]{1,80})['"`]|(?<handler>[A-Za-z_$][\w.$]{0,80}))(?:\s{0,40},\s{0,40}(?<worker>(?!async\b|function\b)[A-Za-z_$][\w.$]{0,80})\s{0,40}[,)])?/g;

/** Work that a clock or a queue starts. */
export const jobRules: readonly WayRule[] = [
  {
    id: 'nodeCron',
    kind,
    framework: 'cron',
    languages: script,
    needs: [
      "'node-cron'",
      '"node-cron"',
      "'cron'",
      '"cron"',
      "'croner'",
      '"croner"',
      "'node-schedule'",
      '"node-schedule"',
    ],
    find: /(?:\b(?:cron|nodeCron|schedule)\.(?:schedule|scheduleJob|job)\(|\bnew\s{1,5}(?:CronJob|Cron)\(|(?<!@)\bCron\(|\bscheduleJob\()\s{0,40}(?:[\w.?]{1,80}\s{0,9}(?:\|\||\?\?)\s{0,9})?['"`](?<schedule>[\d*@][^'"`\n]{0,60})['"`]\s{0,10}(?:,\s{0,40}(?<handler>(?!async\b|function\b)[A-Za-z_$][\w.$]{0,80})\s{0,10}[,)])?/g,
  },
  {
    id: 'nestSchedule',
    kind,
    framework: '@nestjs/schedule',
    languages: script,
    needs: ["'@nestjs/schedule'", '"@nestjs/schedule"'],
    find: /@(?:Cron|Interval|Timeout)\(\s{0,20}(?<schedule>['"`][^'"`\n]{1,60}['"`]|[\w.]{1,60})/g,
    decorates: 'function',
  },
  {
    id: 'bull',
    kind,
    framework: 'Bull',
    languages: script,
    needs: ["'bull'", '"bull"', "'@nestjs/bull'", '"@nestjs/bull"'],
    constants: true,
    find: bullJob,
  },
  {
    id: 'bullMq',
    kind,
    framework: 'BullMQ',
    languages: script,
    needs: ["'bullmq'", '"bullmq"', "'@nestjs/bullmq'", '"@nestjs/bullmq"'],
    constants: true,
    find: bullJob,
  },
  {
    id: 'bullProcess',
    kind,
    framework: 'Bull',
    languages: script,
    needs: ["'bull'", '"bull"', "'bee-queue'", "'kue'"],
    // Who only puts something into a queue works nothing off.
    holds: /\.process\(/,
    find: /\bnew\s{1,5}(?:Bull|Queue|BeeQueue)(?:\.Queue)?\(\s{0,20}['"`](?<name>[\w:.@/ -]{1,80})['"`]/g,
  },
  {
    id: 'agenda',
    kind,
    framework: 'Agenda',
    languages: script,
    needs: ['agenda.define', 'Agenda.define'],
    find: /\bagenda\.define\(\s{0,20}['"`](?<name>[^'"`\n]{1,80})['"`]/gi,
  },
  {
    id: 'celery',
    kind,
    framework: 'Celery',
    languages: ['python'],
    // Other queues have decorators of the same names.
    needs: ['celery'],
    // So have tools that run steps of something else: what `task` is, the import says.
    holds:
      /^(?![\s\S]*\nfrom\s{1,5}(?!\.|[\w.]{0,100}celery)[\w.]{1,100}\s{1,5}import\s(?:[^\n(]{0,300}|\([^)]{0,600})\b(?:task|periodic_task)\b)/,
    find: /^[ \t]{0,40}@(?:shared_task|(?:[\w.]{1,80}\.)?(?:task|periodic_task))\b(?:\((?:[^)]{0,300}?\bname\s{0,4}=\s{0,4}['"](?<name>[^'"\n]{1,120})['"])?)?/gm,
    decorates: 'function',
  },
  {
    id: 'celeryHandedOn',
    kind,
    framework: 'Celery',
    languages: ['python'],
    needs: ['.task(', '.task\n', '.periodic_task'],
    counts: (text) => !text.includes('celery'),
    find: /^[ \t]{0,40}@(?<group>\w{1,60})\.(?:task|periodic_task)\b(?:\((?:[^)]{0,300}?\bname\s{0,4}=\s{0,4}['"](?<name>[^'"\n]{1,120})['"])?)?/gm,
    decorates: 'function',
    keepsGroup: true,
    byApp: true,
  },
  {
    id: 'celeryBeat',
    kind,
    framework: 'Celery beat',
    languages: ['python'],
    needs: ['beat_schedule', 'BEAT_SCHEDULE'],
    find: /['"]task['"]\s{0,4}:\s{0,10}['"](?<name>[\w.]{1,150})['"](?:,\s{0,40}['"]schedule['"]\s{0,4}:\s{0,10}(?<schedule>crontab\([^)\n]{1,80}\)))?/g,
    named: lastPart,
  },
  {
    id: 'pythonQueues',
    kind,
    framework: 'Python task queue',
    languages: ['python'],
    needs: ['dramatiq', 'huey', 'django_rq', 'from rq', 'from arq', 'import arq', 'procrastinate', 'taskiq'],
    find: /^[ \t]{0,40}@(?:dramatiq\.actor|actor|huey\.(?:task|periodic_task)|db_task|db_periodic_task|periodic_task|django_rq\.job|job|broker\.task|\w{1,40}\.periodic)\b(?=[\s(])(?:\(\s{0,20}actor_name\s{0,4}=\s{0,4}['"](?<name>[\w.:-]{1,120})['"])?/gm,
    decorates: 'function',
  },
  {
    id: 'dramatiqCall',
    kind,
    framework: 'Python task queue',
    languages: ['python'],
    needs: ['import dramatiq', 'from dramatiq'],
    find: /^(?<name>[A-Za-z_]\w{0,80})(?::\s{0,4}[\w.[\], ]{1,80})?\s{0,4}=\s{0,4}(?:dramatiq\.)?actor\(/gm,
  },
  {
    id: 'apscheduler',
    kind,
    framework: 'APScheduler',
    languages: ['python'],
    needs: ['apscheduler', 'flask_apscheduler', 'APScheduler'],
    find: /\.add_job\(\s{0,40}(?:func\s{0,4}=\s{0,4})?(?<handler>[A-Za-z_][\w.]{0,100})\s{0,4},/g,
    before: unlessGiven,
  },
  {
    id: 'apschedulerDecorator',
    kind,
    framework: 'APScheduler',
    languages: ['python'],
    needs: ['apscheduler', 'APScheduler', 'rocketry', 'repeat_every'],
    find: /^[ \t]{0,40}@(?:[\w.]{1,80}\.(?:scheduled_job|task|cond)|repeat_every)\(/gm,
    decorates: 'function',
  },
  {
    id: 'sidekiq',
    kind,
    framework: 'Sidekiq',
    languages: ['ruby'],
    needs: ['Sidekiq::'],
    // Other statements, and classes of its own, may stand before what makes it one.
    find: /^(?<indent>[ \t]{0,20})class\s{1,5}(?<name>[\w:]{1,120})(?:\s{0,5}<[^\n]{1,80})?\n(?:\s{0,40}|(?:(?!\k<indent>(?:class|module|end)\b)[^\n]{0,300}\n){1,40}?\k<indent>(?: {2}|\t))include\s{1,5}Sidekiq::(?:Worker|Job)\b/gm,
    // What hands jobs of another library on is none itself.
    named: (name, path) => (path.includes('/queue_adapters/') ? undefined : name),
  },
  {
    id: 'resque',
    kind,
    framework: 'Resque',
    languages: ['ruby'],
    needs: ['@queue'],
    holds: /\bdef self\.perform\b|Resque/,
    find: /^(?<indent>[ \t]{0,20})class\s{1,5}(?<name>[\w:]{1,120})(?:\s{0,5}<[^\n]{1,80})?\n(?:(?!\k<indent>(?:class|module|end)\b)[^\n]{0,300}\n){0,40}?\k<indent>(?: {2}|\t)@queue\s{0,5}=\s{0,5}[:"']/gm,
  },
  {
    id: 'activeJob',
    kind,
    framework: 'Active Job',
    languages: ['ruby'],
    needs: ['ApplicationJob', 'ActiveJob::Base'],
    find: /\bclass\s{1,5}(?<name>(?!ApplicationJob\b)[\w:]{1,120})\s{0,5}<\s{0,5}(?:::)?(?:\w{0,40}::)?(?:ApplicationJob|ActiveJob::Base)\b/g,
    works: performs,
  },
  {
    // A job of the project may be the base of others, and only its file says what it is itself.
    id: 'activeJobBelow',
    kind,
    framework: 'Active Job',
    // A forum's own base, for it and its plug-ins.
    alsoFrameworks: { Discourse: '::Jobs::' },
    languages: ['ruby'],
    needs: ['class '],
    path: /(?:^|\/)app\/jobs\/.+\.rb$/,
    find: /\bclass\s{1,5}(?<name>[\w:]{1,120})\s{0,5}<\s{0,5}(?!Active|Action)(?:::)?(?<base>[\w:]{0,100}(?:Job|Base))\b(?!:)/g,
    works: performs,
    named: (name) => (name === 'ApplicationJob' ? undefined : name),
  },
  {
    id: 'whenever',
    kind,
    framework: 'whenever',
    languages: ['ruby'],
    needs: ['every '],
    path: /(?:^|\/)config\/schedule\.rb$/,
    find: /^\s{0,40}(?:rake|runner|command|script)[ (]\s{0,4}['"](?<name>[^'"\n]{1,120})['"]/gm,
  },
  {
    id: 'clockwork',
    kind,
    framework: 'Clockwork',
    languages: ['ruby'],
    needs: ['Clockwork'],
    find: /^\s{0,40}every[ (]\s{0,4}(?<schedule>[\w.]{1,40}),\s{0,20}['"](?<name>[^'"\n]{1,120})['"]/gm,
  },
  ...jvmJobRules,
  ...dotnetJobRules,
  ...laravelJobRules,
  {
    id: 'goCron',
    kind,
    framework: 'cron',
    languages: ['go'],
    needs: ['robfig/cron', 'go-co-op/gocron', 'jasonlvhit/gocron'],
    find: /\.(?:AddFunc|AddJob|Cron)\(\s{0,20}"(?<schedule>[@\d*][^"\n]{0,60})"\s{0,4}(?:,\s{0,20}(?<handler>(?!func\b)[A-Za-z_][\w.]{0,80}))?/g,
  },
  {
    id: 'rustCron',
    kind,
    framework: 'tokio-cron-scheduler',
    languages: ['rust'],
    needs: ['tokio_cron_scheduler', 'clokwerk'],
    find: /\bJob::new(?:_async|_repeated(?:_async)?)?\(\s{0,20}"(?<schedule>[^"\n]{1,60})"/g,
  },
  {
    id: 'oban',
    kind,
    framework: 'Oban',
    languages: ['elixir'],
    needs: ['use Oban.Worker', 'use Oban.Pro'],
    find: /\bdefmodule\s{1,5}(?<name>[\w.]{1,150})\s{1,5}do\b(?=(?<shown>(?:(?!\bdefmodule\b|\bdefmacro\s{1,5}__using__)[\s\S]){0,4000}?^\s{0,40})use\s{1,5}Oban\.)/gm,
  },
];

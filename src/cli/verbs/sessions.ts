import { sessionStatus } from '../../shared/session';
import { chooseProject } from './chooseProject';
import { choice, fields, pageAnswer, pageOf, table } from './output';
import { draft, end, merge, remove, save } from './sessionVerbs';
import { pageOptions, projectOption, type Verb } from './verb';
import { verbCommand } from './verbCommand';

const list: Verb = {
  name: 'list',
  takes: [],
  about: 'the sessions of a project, the latest first',
  options: {
    status: { value: 'status', about: 'active, completed, enriching or failed' },
    ...pageOptions,
    ...projectOption,
  },
  async run(engine, args) {
    const status = choice(args, 'status', sessionStatus.options);
    const query = {
      ...(await chooseProject(engine, args)),
      ...pageOf(args),
      ...(status === undefined ? {} : { status }),
    };
    return pageAnswer(await engine.listSessions(query), (one) => [
      one.id,
      one.status,
      one.startedAt,
      one.source,
      one.commits === 1 ? '1 commit' : `${one.commits} commits`,
      one.title,
    ]);
  },
};

const show: Verb = {
  name: 'show',
  takes: ['<session>'],
  about: 'one session, its first events and its jobs',
  options: {},
  async run(engine, args) {
    const sessionId = args.word(0);
    const [session, events, jobs] = await Promise.all([
      engine.getSession({ sessionId }),
      engine.listSessionEvents({ sessionId }),
      engine.listJobs({ sessionId }),
    ]);
    const rows = events.items.map((event) => [event.event_time, event.event_type, event.id]);
    const work = jobs.map((job) => [job.id, job.status, job.stages.map(({ detail }) => detail ?? '').join('; ')]);
    const text = [fields(session), table(rows), ...(work.length === 0 ? [] : [table(work)])].join('\n\n');
    return { data: { ...session, events: events.items, jobs }, text };
  },
};

const enrich: Verb = {
  name: 'enrich',
  takes: ['<session>'],
  about: 'queue the enrichment of a session; it goes on while any Contox runs',
  options: {},
  async run(engine, args) {
    const started = await engine.enrichSession({ sessionId: args.word(0) });
    return { data: started, text: `${started.jobId} ${started.status}` };
  },
};

export const sessionsCommand = verbCommand({
  name: 'sessions',
  summary: 'list, show, end, write, merge, delete and enrich sessions',
  verbs: [list, show, end, draft, save, merge, remove, enrich],
});

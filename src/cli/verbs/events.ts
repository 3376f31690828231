import { chooseProject, requireProject } from './chooseProject';
import { fields, given, pageAnswer, pageOf } from './output';
import { pageOptions, projectOption, type Verb } from './verb';
import { verbCommand } from './verbCommand';

const list: Verb = {
  name: 'list',
  takes: [],
  about: 'events by the time at which they happened, the latest first',
  options: {
    type: { value: 'name', about: 'of this type; a * at the end means all that begin so' },
    source: { value: 'name', about: 'of this source' },
    from: { value: 'time', about: 'that happened then or later (ISO 8601)' },
    to: { value: 'time', about: 'that happened then or earlier' },
    'as-of': { value: 'time', about: 'that were known then' },
    ...pageOptions,
    ...projectOption,
  },
  async run(engine, args) {
    const [type, asOf] = [args.option('type'), args.option('as-of')];
    const page = await engine.listSpineEvents({
      ...(await chooseProject(engine, args)),
      ...given(args, ['source', 'from', 'to']),
      ...(type === undefined ? {} : { event_type: type }),
      ...(asOf === undefined ? {} : { as_of: asOf }),
      ...pageOf(args),
    });
    return pageAnswer(page, (event) => [event.event_time, event.event_type, event.source, event.id]);
  },
};

const show: Verb = {
  name: 'show',
  takes: ['<event>'],
  about: 'one event with all that it says',
  options: {},
  async run(engine, args) {
    const event = await engine.getSpineEvent({ eventId: args.word(0) });
    const { payload, ...rest } = event;
    return { data: event, text: `${fields(rest)}\n\n${JSON.stringify(payload, undefined, 2)}` };
  },
};

const verify: Verb = {
  name: 'verify',
  takes: [],
  about: 'compute the hash chain of a project anew',
  options: projectOption,
  async run(engine, args) {
    const check = await engine.verifyEvents({ projectId: await requireProject(engine, args) });
    const text = check.ok ? `${check.events} events are as they were written.` : `Altered at ${check.brokenAt}.`;
    return { data: check, text, failed: !check.ok };
  },
};

export const eventsCommand = verbCommand({
  name: 'events',
  summary: 'read the log and prove that it was not altered',
  verbs: [list, show, verify],
});

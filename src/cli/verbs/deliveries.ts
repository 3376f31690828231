import { deliveryState, sinkKind } from '../../shared/delivery';
import { chooseProject, requireProject } from './chooseProject';
import { choice, fields, given, pageAnswer, pageOf, table } from './output';
import { pageOptions, projectOption, type Verb } from './verb';
import { verbCommand } from './verbCommand';

const sinkOption = { sink: { value: 'kind', about: 'contox or contextSpine (default: both)' } } as const;

const list: Verb = {
  name: 'list',
  takes: [],
  about: 'what left for servers, or waits, the newest first',
  options: {
    state: { value: 'state', about: 'queued, delivered, dead, dryRun or withdrawn' },
    session: { value: 'id', about: 'of one session' },
    ...sinkOption,
    ...pageOptions,
    ...projectOption,
  },
  async run(engine, args) {
    const state = choice(args, 'state', deliveryState.options);
    const sink = choice(args, 'sink', sinkKind.options);
    const { session } = given(args, ['session']);
    const query = {
      ...(await chooseProject(engine, args)),
      ...pageOf(args),
      ...(state === undefined ? {} : { state }),
      ...(sink === undefined ? {} : { sink }),
      ...(session === undefined ? {} : { sessionId: session }),
    };
    return pageAnswer(await engine.listDeliveries(query), (one) => [
      one.id,
      one.state,
      one.sink,
      one.createdAt,
      one.eventType,
      `${one.bytes} bytes`,
      one.lastError ?? '',
    ]);
  },
};

const status: Verb = {
  name: 'status',
  takes: [],
  about: 'how each server stands, and what to do about what went wrong',
  options: {},
  async run(engine) {
    const { sinks } = await engine.getDeliveryStatus({});
    const text = sinks.map(({ lastError, ...sink }) =>
      fields({ ...sink, error: lastError?.message, cure: lastError?.cure }),
    );
    return { data: sinks, text: text.length === 0 ? 'Nothing is sent: no server is configured.' : text.join('\n\n') };
  },
};

const show: Verb = {
  name: 'show',
  takes: ['<delivery>'],
  about: 'one delivery: its body, and every request with its answer',
  options: {},
  async run(engine, args) {
    const detail = await engine.getDelivery({ deliveryId: args.word(0) });
    const { body, log, redactions, ...rest } = detail;
    const tries = log.map((one) => [one.at, one.status ?? '-', `${one.durationMs} ms`, one.error ?? '']);
    const headers = log.at(-1)?.headers ?? {};
    const parts = [fields({ ...rest, ...(Object.keys(redactions).length === 0 ? {} : { redactions }) }), table(tries)];
    return { data: detail, text: [...parts, fields(headers), body].filter((part) => part !== '').join('\n\n') };
  },
};

const retry: Verb = {
  name: 'retry',
  takes: ['[delivery]'],
  about: 'try one again, or all that are dead or wait; they leave while a Contox with the secrets runs',
  options: { ...sinkOption, ...projectOption },
  async run(engine, args) {
    const sink = choice(args, 'sink', sinkKind.options);
    const id = args.word(0);
    const which = id === '' ? await chooseProject(engine, args) : { deliveryIds: [id] };
    const answer = await engine.retryDeliveries({ ...which, ...(sink === undefined ? {} : { sink }) });
    return { data: answer, text: `${answer.count} queued.` };
  },
};

const verify: Verb = {
  name: 'verify',
  takes: [],
  about: 'compute the signatures of what was sent anew, with the secrets that are known now',
  options: projectOption,
  async run(engine, args) {
    const check = await engine.verifyDeliveries({ projectId: await requireProject(engine, args) });
    return {
      data: check,
      text: fields({ ...check, invalid: check.invalid.join(' ') }),
      failed: check.invalid.length > 0,
    };
  },
};

export const deliveriesCommand = verbCommand({
  name: 'deliveries',
  summary: 'what leaves this machine: list, show, retry, verify',
  verbs: [list, status, show, retry, verify],
});

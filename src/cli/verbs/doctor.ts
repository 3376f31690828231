import { table } from './output';
import type { Verb } from './verb';
import { verbCommand } from './verbCommand';

const diagnose: Verb = {
  name: 'doctor',
  takes: [],
  about: 'look at every page, every log, long texts, owner, clock, disk and rights; nothing is changed',
  options: {},
  async run(engine) {
    const diagnosis = await engine.diagnose({});
    const rows = diagnosis.checks.map(({ name, status, message }) => [status, name, message]);
    return { data: diagnosis, text: table(rows), failed: !diagnosis.ok };
  },
};

export const doctorCommand = verbCommand({
  name: 'doctor',
  summary: 'check that the store is sound',
  verbs: [diagnose],
});

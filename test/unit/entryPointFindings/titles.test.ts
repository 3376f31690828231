import assert from 'node:assert/strict';
import {
  isExample,
  isTrial,
  namedTitle,
  titleOf,
} from '../../../src/engine/genesis/analyzers/entryPointFindings/titles';

const job = { one: 'job', many: 'jobs', behind: ' (Celery)' };
const names = Array.from({ length: 47 }, (_, at) => `wash${at}`);

describe('titles of findings about ways in', () => {
  it('name the few that there are, and no number', () => {
    assert.equal(titleOf(job, 1, ['wash']), 'Job found (Celery): wash');
    assert.equal(titleOf(job, 3, ['wash', 'dry', 'stack']), 'Jobs found (Celery): wash, dry and stack');
  });

  it('say a number below which it does not lie', () => {
    assert.equal(titleOf(job, 47, names), 'At least 40 jobs found (Celery): wash0, wash1, wash2, …');
    assert.equal(titleOf(job, 4, ['a', 'b', 'c', 'd']), 'At least 4 jobs found (Celery): a, b, c, …');
    assert.equal(titleOf({ ...job, isOpen: true }, 2, ['a', 'b']), 'At least 2 jobs found (Celery): a, b, …');
  });

  it('cut no name: of long ones there are fewer', () => {
    const long = names.map((name) => `${name}-${'of-all-that-is-in-the-sink'.repeat(2)}`);
    assert.equal(titleOf(job, 47, long), `At least 40 jobs found (Celery): ${long[0]}, …`);
    assert.equal(titleOf(job, 47, ['x'.repeat(200)]), 'At least 40 jobs found (Celery)');
    assert.equal(namedTitle('Programs found', long.slice(0, 3)), `Programs found: ${long[0]} and others`);
  });

  it('know what only shows how something is done by its name', () => {
    assert.deepEqual(['ExampleJob', 'App\\Jobs\\DummyJob', 'hello-world'].map(isExample), [true, true, true]);
    assert.deepEqual(['ContestJob', 'TestMail', 'FooterJob', 'samples'].map(isExample), [false, false, false, false]);
    assert.deepEqual(['TestMail', '/api/debug/vars', 'test:run', 'Contest'].map(isTrial), [true, true, true, false]);
  });
});

import assert from 'node:assert/strict';
import { testKilledCluster } from '../../torture/killCluster';
import { testKilledStore } from '../../torture/killStore';
import { testPowerLoss } from '../../torture/powerLoss';

// A short run of what `npm run torture` does at length.
describe('crashes', () => {
  const power = { points: 60, entries: 80, seed: 11 };

  it('a loss of power loses nothing that was acknowledged', async () => {
    const { lost, broken, examples } = await testPowerLoss(power);
    assert.deepEqual({ lost, broken, examples }, { lost: 0, broken: 0, examples: [] });
  }).timeout(60_000);

  it('nor where syncs had failed before', async () => {
    const { failedSyncs, lost, broken, examples } = await testPowerLoss({
      points: 100,
      entries: 100,
      seed: 11,
      failingSyncs: 0.4,
    });
    assert.ok(failedSyncs > 50, `${failedSyncs} failed syncs`);
    assert.deepEqual({ lost, broken, examples }, { lost: 0, broken: 0, examples: [] });
  }).timeout(60_000);

  it('the simulation bites: without a sync for each commit it does lose some', async () => {
    const { lost } = await testPowerLoss({ ...power, synchronous: 'NORMAL' });
    assert.ok(lost > 0);
  }).timeout(60_000);

  it('the simulation bites: on a disk that does not sync at all nothing is left', async () => {
    const { broken } = await testPowerLoss({ ...power, syncs: false });
    assert.ok(broken > power.points / 2, `${broken} of ${power.points}`);
  }).timeout(60_000);

  it('a killed owner loses nothing that was acknowledged', async () => {
    const { acknowledged, lost, faults } = await testKilledStore({ kills: 10, seed: 5 });
    assert.ok(acknowledged > 5, `${acknowledged} acknowledged`);
    assert.deepEqual({ lost, faults }, { lost: 0, faults: [] });
  }).timeout(60_000);

  it('killed windows of one store lose and double nothing', async () => {
    const { acknowledged, ownerKills, lost, doubled, faults } = await testKilledCluster({
      windows: 3,
      kills: 15,
      seed: 2,
    });
    assert.ok(acknowledged > 5, `${acknowledged} acknowledged`);
    assert.ok(ownerKills > 0);
    assert.deepEqual({ lost, doubled, faults }, { lost: 0, doubled: 0, faults: [] });
  }).timeout(60_000);
});

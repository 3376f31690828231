import assert from 'node:assert/strict';
import { readSetupPy } from '../../../src/engine/genesis/analyzers/code/moduleConfig/python';

describe('files that steer the resolution of modules', () => {
  it('takes a setup.py for a package only where it packs something', () => {
    assert.equal(readSetupPy('from app.forms import BaseForm\n\nclass SetupForm(BaseForm):\n    pass\n'), undefined);
    assert.ok(readSetupPy('from setuptools import setup\n\nsetup(name="shop")\n'));
  });
});

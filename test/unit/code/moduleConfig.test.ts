import assert from 'node:assert/strict';
import { architectureAnalyzer } from '../../../src/engine/genesis/analyzers/architecture';
import { readGradle } from '../../../src/engine/genesis/analyzers/code/moduleConfig/build';
import { readCargo } from '../../../src/engine/genesis/analyzers/code/moduleConfig/cargo';
import { readPyproject, readSetupPy } from '../../../src/engine/genesis/analyzers/code/moduleConfig/python';
import { analyzeSources } from '../../support/analyzeSources';

describe('files that steer the resolution of modules', () => {
  it('takes a setup.py for a package only where it packs something', () => {
    assert.equal(readSetupPy('from app.forms import BaseForm\n\nclass SetupForm(BaseForm):\n    pass\n'), undefined);
    const handler = 'from app.routes import routes\n\n@routes.route("/setup")\ndef setup():\n    return page()\n';
    assert.equal(readSetupPy(handler), undefined);
    assert.ok(readSetupPy('from setuptools import setup\n\nsetup(name="shop")\n'));
  });

  it('takes the name that a setup.py gives, and none that it works out', () => {
    const nameOf = (call: string): string | undefined => readSetupPy(`from setuptools import setup\n\n${call}\n`)?.name;
    assert.equal(nameOf("setup(\n    name='The_Shop',\n    version=VERSION,\n)"), 'the-shop');
    assert.equal(nameOf("setup(name=NAME, author='x', version='1')"), undefined);
  });

  it('cites what a module of Go asks for where it asks, not where its own path begins so', async () => {
    const { findings } = await analyzeSources([architectureAnalyzer], {
      'go.mod': 'module shop.example/shop\n',
      'main.go': 'package main\n',
      'next/go.mod': 'module shop.example/shop/next\n\nrequire (\n\tshop.example/shop v1.0.0\n)\n',
      'next/next.go': 'package next\n',
    });
    const told = findings.find(({ rule }) => rule === 'architecture/packages');
    assert.ok(told?.evidence.some(({ path, startLine }) => path === 'next/go.mod' && startLine === 4));
  });

  it('reads what a hook of Hatch fills in', () => {
    const text =
      '[project]\nname = "app"\ndynamic = ["dependencies"]\n[tool.hatch.metadata.hooks.some-hook]\ndependencies = ["App_Core=={{ version }}"]\n';
    assert.deepEqual(readPyproject(text).dependencies, ['app-core']);
  });

  it('takes no text of a Gradle script for a comment', () => {
    const script = 'android { excludes += "META-INF/*" }\ndependencies { api(projects.core.db) /* no */ }\n';
    assert.deepEqual(readGradle(script).references, [':core:db']);
  });

  it('reads configurations in quotes, and leaves out what the sets of tests need', () => {
    const script = `kotlin { sourceSets {
      val main by getting { dependencies {
        "friendsApi"(projects.core)
      } }
      val jvmTest by getting {
        dependencies { implementation(projects.testing) }
      }
    } }`;
    assert.deepEqual(readGradle(script).references, [':core']);
  });

  it('keeps the name of a crate as its manifest spells it', () => {
    assert.equal(readCargo('[package]\nname = "a-b"\n')?.packageName, 'a-b');
  });
});

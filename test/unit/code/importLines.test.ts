import { describeCode } from './describeCode';

describeCode('imports over several lines', [
  {
    it: 'cites a module of Python where it is named, and tells the lines of names below',
    path: 'shop/a.py',
    text: `from . import (
    cups,  # of, clay
    plates as p, bowls,
)
from ..stock \\
    import spoons`,
    imports: ['1 import .: cups (2), plates as p (3), bowls (3)', '5 import ..stock: spoons (6)'],
  },
  {
    it: 'cites a module of TypeScript where it is named, and tells the lines of names above',
    path: 'shop/a.ts',
    text: `import {
  cups, /* of
  clay */
  plates as p,
} from './stock';
import def, {
  type Bowl } from './bowls';
export {
  spoons,
} from
  './spoons';
const forks = require(
  './forks'
);
import { knives } from './knives';`,
    imports: [
      '5 import ./stock: cups (2), plates as p (4)',
      '7 import ./bowls: default as def, Bowl',
      '11 reexport ./spoons: spoons (9)',
      '13 require ./forks: * as forks',
      '15 import ./knives: knives',
    ],
  },
  {
    it: 'cites each name of a group of PHP in its own line',
    path: 'src/A.php',
    text: `<?php
use Shop\\{
    Cup,  // one
    Plate as P,
};
use function
    Shop\\wash;`,
    imports: ['3 import Shop\\Cup: Cup', '4 import Shop\\Plate: Plate as P', '7 import Shop\\wash: wash'],
  },
  {
    it: 'cites each module of a group of Elixir in its own line',
    path: 'lib/a.ex',
    text: `defmodule Shop.A do
  alias Shop.{
    Cup,
    Plate
  }
end`,
    imports: ['3 import Shop.Cup: Cup', '4 import Shop.Plate: Plate'],
  },
]);

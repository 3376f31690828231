import type { LineRule } from '../../weakness';
import { accessForms } from './accessForms';
import { furtherForms } from './furtherForms';
import { infraForms } from './infraForms';
import { modelForms } from './modelForms';
import { pageForms } from './pageForms';
import { phpForms } from './phpForms';
import { pythonForms } from './pythonForms';
import { rubyForms } from './rubyForms';
import { scriptForms } from './scriptForms';
import { secretForms } from './secretForms';
import { serverForms } from './serverForms';

/** What weaknesses look like in the forms that people write most. */
export const forms: readonly LineRule[] = [
  ...phpForms,
  ...scriptForms,
  ...pythonForms,
  ...rubyForms,
  ...pageForms,
  ...accessForms,
  ...secretForms,
  ...modelForms,
  ...infraForms,
  ...furtherForms,
  ...serverForms,
];

import type { LineRule } from '../../weakness';
import { accessForms } from './accessForms';
import { answerForms } from './answerForms';
import { appForms } from './appForms';
import { changeForms } from './changeForms';
import { dotnetForms } from './dotnetForms';
import { errorForms } from './errorForms';
import { furtherForms } from './furtherForms';
import { goKeptForms } from './goKeptForms';
import { helperForms } from './helperForms';
import { infraForms } from './infraForms';
import { javaForms } from './javaForms';
import { jspForms } from './jspForms';
import { jspKeptForms } from './jspKeptForms';
import { knownForms } from './knownForms';
import { loginForms } from './loginForms';
import { markupForms } from './markupForms';
import { modelForms } from './modelForms';
import { openForms } from './openForms';
import { pageForms } from './pageForms';
import { phpAccessForms } from './phpAccessForms';
import { phpForms } from './phpForms';
import { phpHandlerForms } from './phpHandlerForms';
import { phpKeptForms } from './phpKeptForms';
import { pythonAccessForms } from './pythonAccessForms';
import { pythonForms } from './pythonForms';
import { pythonKeptForms } from './pythonKeptForms';
import { recordForms } from './recordForms';
import { rubyAccessForms } from './rubyAccessForms';
import { rubyForms } from './rubyForms';
import { scriptAccessForms } from './scriptAccessForms';
import { scriptForms } from './scriptForms';
import { scriptKeptForms } from './scriptKeptForms';
import { secretForms } from './secretForms';
import { serverForms } from './serverForms';
import { settingsForms } from './settingsForms';
import { storedForms } from './storedForms';
import { takenForms } from './takenForms';
import { templateForms } from './templateForms';
import { traceForms } from './traceForms';

/** What weaknesses look like in the forms that people write most. */
export const forms: readonly LineRule[] = [
  ...phpForms,
  ...phpAccessForms,
  ...phpKeptForms,
  ...javaForms,
  ...jspForms,
  ...jspKeptForms,
  ...dotnetForms,
  ...scriptForms,
  ...scriptAccessForms,
  ...pythonForms,
  ...pythonAccessForms,
  ...rubyForms,
  ...rubyAccessForms,
  ...pageForms,
  ...accessForms,
  ...secretForms,
  ...loginForms,
  ...modelForms,
  ...infraForms,
  ...furtherForms,
  ...serverForms,
  ...settingsForms,
  ...storedForms,
  ...answerForms,
  ...scriptKeptForms,
  ...pythonKeptForms,
  ...goKeptForms,
  ...recordForms,
  ...changeForms,
  ...errorForms,
  ...markupForms,
  ...traceForms,
  ...templateForms,
  ...knownForms,
  ...phpHandlerForms,
  ...takenForms,
  ...helperForms,
  ...openForms,
  ...appForms,
];

import { buildForms } from './buildForms';
import type { GuideForm } from './guideForm';
import { runForms } from './runForms';
import { testForms } from './testForms';

/** What guides tell to type, each form with an example. */
export const guideForms: readonly GuideForm[] = [...runForms, ...buildForms, ...testForms];

export const formOf = (written: string): GuideForm | undefined =>
  guideForms.find(({ pattern }) => pattern.test(written));

import { tell } from '../../showError';
import { counted } from '../../words/counted';
import { command } from '../command';

/** Computes the signatures of what was sent once more, over the bodies that are kept. */
export const verifyDeliveries = command('contox.verifyDeliveries', async (shell) => {
  const project = await shell.projects.needCurrent();
  const check = await shell.engine.verifyDeliveries({ projectId: project.id });
  const { checked, valid, invalid, unknown } = check;
  const unsure =
    unknown === 0 ? '' : ` ${counted(unknown, 'signature')} can't be checked: no secret is known for them.`;
  if (invalid.length > 0)
    tell(
      'warning',
      `${invalid.length} of ${counted(checked, 'signature')} do not fit their body and the secret known now.${unsure}`,
    );
  else if (checked === 0 && unknown === 0) tell('information', 'Nothing signed was sent yet.');
  else
    tell(
      'information',
      `${valid === 1 ? 'The signature fits its body' : `All ${counted(valid, 'signature')} fit their bodies`}.${unsure}`,
    );
  return check;
});

import * as vscode from 'vscode';
import { deliveryUri } from '../../delivery/deliveryContent';
import { command } from '../command';
import { deliveriesOf } from './deliveryTarget';

/** Opens all that is known of one delivery as a document. */
export const openDelivery = command('contox.openDelivery', async (_shell, target) => {
  const [delivery] = deliveriesOf([target]);
  if (delivery) await vscode.window.showTextDocument(deliveryUri(delivery), { preview: true });
});

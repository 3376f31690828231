import { connectServer } from './connectServer';
import { disconnectServer } from './disconnectServer';
import { openDelivery } from './openDelivery';
import { retryAllDeliveries, retryDelivery } from './retryDelivery';
import { startDryRun, stopDryRun } from './setDryRun';
import { setServerSecret } from './setServerSecret';
import { verifyDeliveries } from './verifyDeliveries';

export const deliveryCommands = [
  connectServer,
  setServerSecret,
  disconnectServer,
  openDelivery,
  retryDelivery,
  retryAllDeliveries,
  verifyDeliveries,
  startDryRun,
  stopDryRun,
] as const;

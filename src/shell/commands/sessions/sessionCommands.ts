import { deleteSession } from './deleteSession';
import { digestHistory } from './digestHistory';
import { dismissDigest } from './dismissDigest';
import { editSession } from './editSession';
import { endSession } from './endSession';
import { mergeSessions } from './mergeSessions';
import { openCommit } from './openCommit';
import { sendSession } from './sendSession';
import { startCapture, stopCapture } from './setCapture';
import { showSessionMenu } from './showSessionMenu';

export const sessionCommands = [
  editSession,
  endSession,
  mergeSessions,
  deleteSession,
  sendSession,
  openCommit,
  digestHistory,
  dismissDigest,
  showSessionMenu,
  startCapture,
  stopCapture,
] as const;

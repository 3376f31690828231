// Tries to become the owner of a store and says whether it did; an owner stays until it is killed.
import { acquireOwnerLock } from '../../src/engine/storage/ownerLock';

const lock = acquireOwnerLock(process.argv[2] ?? '');
process.stdout.write(lock ? 'owner\n' : 'refused\n');
if (lock) setInterval(() => undefined, 1 << 30);

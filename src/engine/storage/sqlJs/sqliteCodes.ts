/** Result codes and flags of SQLite's public C interface (sqlite3.h), as far as the file layer and the errors need them. */
export const sqlite = {
  OK: 0,
  NOMEM: 7,
  READONLY: 8,
  IOERR: 10,
  CORRUPT: 11,
  NOTFOUND: 12,
  FULL: 13,
  CANTOPEN: 14,
  CONSTRAINT: 19,
  NOTADB: 26,
  IOERR_READ: 266,
  IOERR_SHORT_READ: 522,
  IOERR_WRITE: 778,
  IOERR_FSYNC: 1034,
  IOERR_TRUNCATE: 1546,
  IOERR_FSTAT: 1802,
  IOERR_DELETE: 2570,
  IOERR_ACCESS: 3338,
  IOERR_DELETE_NOENT: 5898,

  OPEN_READONLY: 0x1,
  OPEN_CREATE: 0x4,
  OPEN_DELETEONCLOSE: 0x8,
  OPEN_EXCLUSIVE: 0x10,

  ACCESS_EXISTS: 0,
  SYNC_DATAONLY: 0x10,
  /** A torn write harms no byte beyond the range written; what SQLite's own unix file layer says of every disk. */
  IOCAP_POWERSAFE_OVERWRITE: 0x1000,
} as const;

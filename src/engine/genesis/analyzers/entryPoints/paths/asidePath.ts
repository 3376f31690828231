/** What a server answers beside what it is there for. */
export const asidePath =
  /^\/(?:[\w-]{1,30}\/){0,2}(?:health[\w-]{0,10}|ready[\w-]{0,5}|startup[\w-]{0,10}|live[\w-]{0,5}|ping|status|version|metrics|debug|docs?|redoc|(?:swagger|openapi|api-docs)[\w.-]{0,20}|favicon\.ico|robots\.txt|\.well-known|static|assets|public)(?:\/.{0,60})?$|^\/(?:\{\w{1,40}\*\})?$/i;

/**
 * The code that Node, or a database's driver, gives an error, such as `ENOENT`; undefined for what has none. In a module
 * of its own, because `code` is on no type that a caught value has.
 */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

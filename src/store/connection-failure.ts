/** A connection to the server that could not be made or broke, as opposed to the server's own answer with its SQLSTATE. */
export class ConnectionFailure extends Error {
  override readonly name = 'ConnectionFailure'
}

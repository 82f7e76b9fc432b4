import type { Server } from 'node:http'

/**
 * Resolves once a server listens. What goes wrong with it afterwards goes to `onError` and ends no process.
 * @throws what listening throws: a port that is taken, an address that is none of this machine
 */
export async function listen(
  server: Server,
  {
    port,
    host,
    onError,
  }: { readonly port: number; readonly host: string; readonly onError: (error: Error) => void },
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  server.on('error', onError)
}
